import type { Kpi } from '../kpi.ts';

export const timeToHuman: Kpi = {
	id: 'K09',
	name: { en: 'U0 time to a person', zh: 'U0 人工响应时间' },
	meaning: {
		en: 'Median and longest time from receipt of an emergency (U0) to the first contact by a person, in minutes. The aim is 60.',
		zh: '紧急反馈（U0）从收到到首次人工联系的时间（分钟）的中位数与最长值。目标 60 分钟。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-first-response',
		what: {
			en: 'minutes to the first contact by a person, median of U0 feedback',
			zh: 'U0 反馈首次人工联系的分钟数（中位数）'
		},
		where: { urgency: ['U0'] }
	},
	denominator: null,
	unit: { en: 'minutes', zh: '分钟' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 5, denominator: 0 },
	source: 'Urgency ladder of the theme packs: U0 within the hour.'
};
