import type { Kpi } from '../kpi.ts';

export const restatement: Kpi = {
	id: 'K39',
	name: { en: 'Mean restatement', zh: '平均修订幅度' },
	meaning: {
		en: 'Mean absolute change of a signed month’s number of complaints since it was signed, over the last six signed months.',
		zh: '最近六个已签署月份的投诉数自签署以来的平均绝对变动。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-signed-months',
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
