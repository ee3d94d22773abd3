import type { Kpi } from '../kpi.ts';

export const trainingEffect: Kpi = {
	id: 'K38',
	name: { en: 'Training effect', zh: '培训效果' },
	meaning: {
		en: 'Change of the trained agents’ rate, over the change of comparable agents in the same time. Below 1: the rate fell more than theirs.',
		zh: '受训催收员的投诉率变化与同期可比人员变化之比；小于 1 表示下降更多。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-training',
		what: { en: 'ratio of the rates after and before, trained agents', zh: '受训人员培训后与培训前之比' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'the same ratio of agents without training', zh: '未受训人员的同一比值' },
		per: 1
	},
	unit: { en: 'times', zh: '倍' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 0, denominator: 5 },
	source: 'Difference in log rates, quasi-Poisson (docs/statistics.md).'
};
