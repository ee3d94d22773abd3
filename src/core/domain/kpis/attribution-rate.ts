import type { Kpi } from '../kpi.ts';

export const attributionRate: Kpi = {
	id: 'K15',
	name: { en: 'Attributed to an agent', zh: '可归属到人' },
	meaning: {
		en: 'Share of complaints tied to an agent because the borrower named one or a call id matches.',
		zh: '因借款人指名或通话编号吻合而可归属到催收员的投诉占比。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'complaints tied to an agent by name or call id', zh: '按指名或通话编号归属到人的投诉' },
		where: { complaint: 'yes', attribution: ['named', 'call_id'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes' },
		what: { en: 'complaints', zh: '投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
