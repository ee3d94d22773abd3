import type { Kpi } from '../kpi.ts';

export const uniqueComplainants: Kpi = {
	id: 'K02',
	name: { en: 'Unique complainants', zh: '投诉人数' },
	meaning: {
		en: 'Different borrowers (keyed pseudonyms) behind the complaints. Complaints without a borrower reference are not in this number.',
		zh: '投诉背后不同借款人（加密代号）的人数；未注明借款人的投诉不计入。'
	},
	numerator: {
		count: 'borrowers',
		what: { en: 'different borrowers of complaints', zh: '投诉所涉不同借款人' },
		where: { complaint: 'yes' }
	},
	denominator: null,
	unit: { en: 'borrowers', zh: '人' },
	better: 'none',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'CN public bulletins count complainants beside complaints.'
};
