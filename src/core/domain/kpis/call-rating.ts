import type { Kpi } from '../kpi.ts';

export const callRating: Kpi = {
	id: 'K41',
	name: { en: 'Call rating', zh: '通话评分' },
	meaning: {
		en: 'Mean of the ratings (1 worst to 5 best) that borrowers gave in call feedback.',
		zh: '借款人在通话回访中所给评分（1 最差，5 最好）的平均值。'
	},
	numerator: {
		count: 'mean-rating',
		what: { en: 'mean rating of call feedback', zh: '通话回访评分均值' },
		where: { kind: ['call_feedback'], rating: ['1', '2', '3', '4', '5'] }
	},
	denominator: null,
	unit: { en: 'of 5', zh: '分（满分 5）' },
	better: 'higher',
	interval: null,
	tooFew: { numerator: 30, denominator: 0 },
	source: 'Mean of answered ratings; unanswered ones are left out.'
};
