import type { Kpi } from '../kpi.ts';

export const frequencyBreaches: Kpi = {
	id: 'K12',
	name: { en: 'Frequency breaches (log)', zh: '频次超限（记录）' },
	meaning: {
		en: 'Share of accounts contacted in the period that had, on a day or in seven days, more attempts in the contact log than the rule pack allows.',
		zh: '本期有联系的账户中，任一日或任意七日联系次数超过规则包上限的账户占比。'
	},
	numerator: {
		count: 'accounts-over-cap',
		what: { en: 'accounts with a day or window over the cap', zh: '有超限日或时段的账户' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'accounts with an attempt, under a rule pack with a cap', zh: '适用频次上限且有联系的账户' },
		per: 100
	},
	unit: { en: '% of accounts', zh: '% 的账户' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
