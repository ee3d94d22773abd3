import type { Kpi } from '../kpi.ts';

export const handlingDays: Kpi = {
	id: 'K22',
	name: { en: 'Median handling days', zh: '办理天数中位数' },
	meaning: {
		en: 'Days after which half of the complaints are closed; open ones count as long as they were open (Kaplan–Meier).',
		zh: '半数投诉办结所需天数；未结投诉按已办理天数计入（Kaplan–Meier）。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'median days from receipt to closing', zh: '收到至办结天数的中位数' },
		where: { complaint: 'yes' }
	},
	denominator: null,
	unit: { en: 'days', zh: '日' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 20, denominator: 0 },
	source: 'Kaplan & Meier (1958).'
};
