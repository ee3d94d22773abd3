import type { Kpi } from '../kpi.ts';

export const regulatorShare: Kpi = {
	id: 'K26',
	name: { en: 'Through a regulator', zh: '监管渠道占比' },
	meaning: {
		en: 'Share of complaints that reached us through a regulator.',
		zh: '经监管机构转来的投诉占比。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'complaints from a regulator', zh: '来自监管机构的投诉' },
		where: { complaint: 'yes', source: ['regulator'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes' },
		what: { en: 'complaints', zh: '投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
