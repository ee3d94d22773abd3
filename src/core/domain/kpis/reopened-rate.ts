import type { Kpi } from '../kpi.ts';

export const reopenedRate: Kpi = {
	id: 'K24',
	name: { en: 'Reopened rate', zh: '重新打开率' },
	meaning: {
		en: 'Share of closed complaints that were reopened within 30 days.',
		zh: '办结后 30 日内重新打开的投诉占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'complaints reopened within 30 days', zh: '30 日内重新打开的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: { of: 'numerator', what: { en: 'closed complaints', zh: '办结投诉' }, per: 100 },
	unit: { en: '% of closed', zh: '% 的办结投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
