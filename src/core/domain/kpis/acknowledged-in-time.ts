import type { Kpi } from '../kpi.ts';

export const acknowledgedInTime: Kpi = {
	id: 'K16',
	name: { en: 'Acknowledged in time', zh: '按时受理率' },
	meaning: {
		en: 'Share of complaints whose acknowledgement fell due in the period that were acknowledged by then.',
		zh: '本期应受理的投诉中按时受理的占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'complaints acknowledged by the target', zh: '按时受理的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints whose acknowledgement was due', zh: '应受理的投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
