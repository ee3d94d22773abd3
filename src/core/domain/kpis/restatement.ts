import type { Kpi } from '../kpi.ts';

export const restatement: Kpi = {
	id: 'K39',
	name: { en: 'Mean restatement', zh: '平均修订幅度' },
	meaning: {
		en: 'Absolute changes of the complaints of signed months since they were signed, over their complaints as signed: of the last six signed months before the end of the period.',
		zh: '时段结束前最近六个已签署月份：投诉数自签署以来的绝对变动之和，除以签署时的投诉数之和。'
	},
	numerator: {
		count: 'restated',
		what: { en: 'absolute changes since signing', zh: '签署后的绝对变动' },
		where: {}
	},
	denominator: { of: 'numerator', what: { en: 'numbers as signed', zh: '签署时的数值' }, per: 100 },
	unit: { en: '% of signed', zh: '% 的签署值' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'Vintage table: month by as-of date.'
};
