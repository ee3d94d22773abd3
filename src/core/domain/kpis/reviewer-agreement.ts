import type { Kpi } from '../kpi.ts';

export const reviewerAgreement: Kpi = {
	id: 'K34',
	name: { en: 'Reviewer agreement', zh: '复核一致性' },
	meaning: {
		en: 'Cohen’s kappa of two reviewers who judged the same tags without seeing each other’s decision.',
		zh: '两名复核人互不知晓结论、复核同一批标签的 Cohen kappa。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-reviews',
		what: { en: 'agreement beyond chance', zh: '超出偶然的一致程度' },
		where: {}
	},
	denominator: null,
	unit: { en: 'kappa', zh: 'kappa' },
	better: 'higher',
	interval: null,
	tooFew: { numerator: 30, denominator: 0 },
	source: 'Cohen (1960).'
};
