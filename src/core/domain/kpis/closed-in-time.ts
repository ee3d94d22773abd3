import type { Kpi } from '../kpi.ts';

export const closedInTime: Kpi = {
	id: 'K18',
	name: { en: 'Closed within the rule’s time', zh: '规定期限内办结率' },
	meaning: {
		en: 'Share of complaints that reached a limit of the rule pack in the period (CN 15, 30, 60 days; UK 8 weeks; US 15, 60 days) and were closed by then.',
		zh: '本期到达规则包期限（中国 15、30、60 日，英国 8 周，美国 15、60 日）的投诉中，期限内办结的占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'complaints closed within the limit', zh: '期限内办结的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints that reached the limit', zh: '到达期限的投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Complaint clocks of the rule packs; Wilson (1927) score interval.'
};
