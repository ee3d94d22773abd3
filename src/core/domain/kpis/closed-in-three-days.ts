import type { Kpi } from '../kpi.ts';

export const closedInThreeDays: Kpi = {
	id: 'K17',
	name: { en: 'Closed in 3 business days', zh: '三个工作日内办结率' },
	meaning: {
		en: 'Share of complaints closed by the end of the third business day after receipt (UK summary resolution).',
		zh: '收到后第三个工作日结束前办结的投诉占比（英国简易解决）。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'complaints closed by the third business day', zh: '三个工作日内办结的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints that reached the third business day', zh: '已到第三个工作日的投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'FCA DISP 1.5; Wilson (1927) score interval.'
};
