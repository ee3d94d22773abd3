import type { Kpi } from '../kpi.ts';

export const trainingEffect: Kpi = {
	id: 'K38',
	name: { en: 'Training effect', zh: '培训效果' },
	meaning: {
		en: 'Change of the harsh-conduct rate of the teams of the newest training, over the change of all teams without a training in the same time. Up to 12 months before the month of the training, and up to 12 after it. Below 1: the rate fell by more than theirs.',
		zh: '最近一次培训的团队，其不当催收率的变化与同期未受训团队变化之比。培训当月除外，前后各取至多 12 个月；小于 1 表示下降更多。'
	},
	numerator: {
		count: 'training-effect',
		what: { en: 'rate after over rate before, trained teams', zh: '受训团队培训后与培训前的比率之比' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'the same of the teams without training', zh: '未受训团队的同一比值' },
		per: 1
	},
	unit: { en: 'times', zh: '倍' },
	better: 'lower',
	interval: 'delta',
	tooFew: { numerator: 0, denominator: 0 },
	source:
		'Difference in differences of log rates, counts taken for Poisson: Angrist & Pischke (2009) §5.2. Too few: fewer than 5 before, or of the others after.'
};
