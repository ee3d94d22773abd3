import type { Kpi } from '../kpi.ts';

export const reviewCoverage: Kpi = {
	id: 'K35',
	name: { en: 'Review coverage', zh: '复核覆盖率' },
	meaning: {
		en: 'Share of counted tags that a person has judged; of severity 4 it should be all of them.',
		zh: '计入的标签中已人工复核的占比；严重度 4 级应全部复核。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-reviews',
		what: { en: 'counted tags judged by a person', zh: '已人工复核的标签' },
		where: {}
	},
	denominator: { of: 'numerator', what: { en: 'counted tags', zh: '计入的标签' }, per: 100 },
	unit: { en: '% of tags', zh: '% 的标签' },
	better: 'higher',
	interval: null,
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Share; no interval, as all tags are known.'
};
