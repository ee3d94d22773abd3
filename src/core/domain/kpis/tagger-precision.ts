import type { Kpi } from '../kpi.ts';

export const taggerPrecision: Kpi = {
	id: 'K33',
	name: { en: 'Tagger precision', zh: '标注准确率' },
	meaning: {
		en: 'Of the conduct tags that the machine sets on held-back labelled texts, the share that is right. The labels were made by a language model, not by people.',
		zh: '在留出的已标注文本上，机器所标催收行为标签中正确的占比。标注由语言模型完成，非人工。'
	},
	numerator: {
		count: 'tagger-hits',
		what: { en: 'conduct tags that the labels confirm', zh: '与标注一致的催收行为标签' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'conduct tags set by the machine', zh: '机器所标催收行为标签' },
		per: 100
	},
	unit: { en: '% of tags', zh: '% 的标签' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 30 },
	source: 'db/gold, held-back part; Wilson (1927) score interval.'
};
