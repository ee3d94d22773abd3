import type { Kpi } from '../kpi.ts';

export const complaintRateByAccounts: Kpi = {
	id: 'K04',
	name: { en: 'Complaints per account', zh: '户均投诉率' },
	meaning: {
		en: 'Complaints per 1,000 accounts in collection on an average day with contacts.',
		zh: '每千个在催账户（有触达日的日均）的投诉数。'
	},
	numerator: { count: 'feedback', what: { en: 'complaints', zh: '投诉' }, where: { complaint: 'yes' } },
	denominator: {
		of: 'exposure',
		field: 'mean-accounts',
		what: { en: 'accounts in collection on an average day', zh: '日均在催账户数' },
		per: 1000
	},
	unit: { en: 'per 1,000 accounts', zh: '每千户' },
	better: 'lower',
	interval: 'garwood',
	tooFew: { numerator: 5, denominator: 200 },
	source: 'Garwood (1936) exact Poisson interval.'
};
