import type { Kpi } from '../kpi.ts';

export const ageOfOpenCases: Kpi = {
	id: 'K21',
	name: { en: 'Age of open complaints', zh: '未结投诉账龄' },
	meaning: {
		en: 'Median age in days of complaints open at the end of the period, with the 90th percentile and the oldest.',
		zh: '期末未结投诉的账龄（日）中位数，另列 90 分位与最长。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'median age of open complaints, in days', zh: '未结投诉账龄中位数（日）' },
		where: { complaint: 'yes' }
	},
	denominator: null,
	unit: { en: 'days', zh: '日' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 5, denominator: 0 },
	source: 'Order statistics; no interval.'
};
