import type { Kpi } from '../kpi.ts';

export const upheldRate: Kpi = {
	id: 'K23',
	name: { en: 'Upheld rate', zh: '投诉成立率' },
	meaning: {
		en: 'Share of complaints closed with an outcome that were upheld, in full or in part.',
		zh: '有结论的办结投诉中，成立或部分成立的占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-outcomes',
		what: { en: 'complaints upheld, in full or in part', zh: '成立或部分成立的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints closed with an outcome', zh: '有结论的办结投诉' },
		per: 100
	},
	unit: { en: '% of closed', zh: '% 的办结投诉' },
	better: 'none',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
