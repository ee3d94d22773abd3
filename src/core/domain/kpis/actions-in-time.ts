import type { Kpi } from '../kpi.ts';

export const actionsInTime: Kpi = {
	id: 'K37',
	name: { en: 'Actions closed in time', zh: '整改按时完成率' },
	meaning: {
		en: 'Share of actions due in the period that were closed by their due date.',
		zh: '本期到期的整改措施中按时完成的占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-actions',
		what: { en: 'actions closed by their due date', zh: '按时完成的整改措施' },
		where: {}
	},
	denominator: { of: 'numerator', what: { en: 'actions due', zh: '到期的整改措施' }, per: 100 },
	unit: { en: '% of actions', zh: '% 的措施' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
