import type { Kpi } from '../kpi.ts';

export const themeShare: Kpi = {
	id: 'K07',
	name: { en: 'Theme share', zh: '主题占比' },
	meaning: {
		en: 'Share of complaints in which the chosen theme is counted. A complaint may have several themes, so shares do not add up to 100 %.',
		zh: '含所选主题的投诉占比。一件投诉可有多个主题，故占比之和可超过 100%。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'complaints with the chosen theme', zh: '含所选主题的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes' },
		without: ['theme'],
		what: { en: 'complaints', zh: '投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.',
	asks: 'theme'
};
