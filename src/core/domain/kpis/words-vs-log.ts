import type { Kpi } from '../kpi.ts';

export const wordsVsLog: Kpi = {
	id: 'K13',
	name: { en: 'Words and log agree', zh: '说法与记录一致率' },
	meaning: {
		en: 'Share of stated frequencies and hours, in counted tags, that the contact log confirms. Only those are taken that the log can check.',
		zh: '计入的标签中，借款人所说次数或时间得到联系记录证实的占比；只计可核对的说法。'
	},
	numerator: {
		count: 'confirmed-claims',
		what: { en: 'stated numbers and hours that the log confirms', zh: '得到记录证实的说法' },
		where: { theme: ['excessive_contact', 'unsocial_hours'] }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'stated numbers and hours that the log can check', zh: '可由记录核对的说法' },
		per: 100
	},
	unit: { en: '% of statements', zh: '% 的说法' },
	better: 'none',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
