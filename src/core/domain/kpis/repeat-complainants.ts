import type { Kpi } from '../kpi.ts';

/** Days up to the end of the period in which a borrower's complaints are counted. */
export const repeatDays = 90;

export const repeatComplainants: Kpi = {
	id: 'K25',
	name: { en: 'Repeat complainants', zh: '重复投诉人占比' },
	meaning: {
		en: 'Share of the period’s complainants who complained twice or more in the 90 days that end with it.',
		zh: '本期投诉人中，截至期末 90 日内投诉两次及以上的占比。'
	},
	numerator: {
		count: 'repeat-borrowers',
		days: repeatDays,
		what: { en: 'complainants with two or more complaints in 90 days', zh: '90 日内投诉两次及以上的投诉人' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'borrowers',
		where: { complaint: 'yes' },
		what: { en: 'complainants with a borrower reference', zh: '有借款人标识的投诉人' },
		per: 100
	},
	unit: { en: '% of complainants', zh: '% 的投诉人' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
