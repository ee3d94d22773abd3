import type { Kpi } from '../kpi.ts';

export const breachForecast: Kpi = {
	id: 'K19',
	name: { en: 'About to be late', zh: '即将超期' },
	meaning: {
		en: 'Open complaints with three days or less to the next limit of the rule pack.',
		zh: '距规则包下一期限不足三日的未结投诉。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'open complaints with at most 3 days left', zh: '剩余不超过 3 日的未结投诉' },
		where: { complaint: 'yes' }
	},
	denominator: null,
	unit: { en: 'complaints', zh: '件' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'Complaint clocks of the rule packs.'
};
