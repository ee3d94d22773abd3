import type { Kpi } from '../kpi.ts';

export const taggerRecall: Kpi = {
	id: 'K43',
	name: { en: 'Tagger recall', zh: '标注召回率' },
	meaning: {
		en: 'Of the conduct themes that held-back labelled texts hold, the share that the machine finds: the other half of K33. The labels were made by a language model, not by people.',
		zh: '留出的已标注文本所含催收行为主题中，机器找到的占比，与 K33 相对。标注由语言模型完成，非人工。'
	},
	numerator: {
		count: 'tagger-hits',
		what: { en: 'themes in the labels that the machine finds', zh: '机器找到的标注主题' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'conduct themes in the labels', zh: '标注中的催收行为主题' },
		per: 100
	},
	unit: { en: '% of themes', zh: '% 的主题' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 30 },
	source: 'db/gold, held-back part; Wilson (1927) score interval.'
};
