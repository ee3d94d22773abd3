import type { Kpi } from '../kpi.ts';

export const harshConductRate: Kpi = {
	id: 'K05',
	name: { en: 'Harsh-conduct rate', zh: '不当催收率' },
	meaning: {
		en: 'Feedback with at least one counted conduct theme of severity 2 or more, per 1,000 connected contacts.',
		zh: '含至少一个严重度 2 级及以上催收行为主题的反馈，每千次有效触达。'
	},
	numerator: {
		count: 'feedback',
		what: {
			en: 'feedback with a counted conduct theme of severity 2 or more',
			zh: '含严重度 2 级及以上催收行为主题的反馈'
		},
		where: { taxonomy: ['conduct'], severity: ['2', '3', '4'] }
	},
	denominator: {
		of: 'exposure',
		field: 'connected',
		what: { en: 'connected contacts', zh: '有效触达次数' },
		per: 1000
	},
	unit: { en: 'per 1,000 contacts', zh: '每千次触达' },
	better: 'lower',
	interval: 'garwood',
	tooFew: { numerator: 5, denominator: 200 },
	source: 'Garwood (1936) exact Poisson interval.'
};
