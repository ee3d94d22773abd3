import type { Kpi } from '../kpi.ts';

export const vulnerableCustomers: Kpi = {
	id: 'K29',
	name: { en: 'Vulnerable customers', zh: '脆弱客户' },
	meaning: {
		en: 'Share of complaints with a vulnerable customer identified, and with a failure towards one: the two FCA flags.',
		zh: '识别出脆弱客户的投诉占比，以及未顾及其状况的占比：英国 FCA 的两个标记。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-vulnerability-flags',
		what: { en: 'complaints with the flag', zh: '带标记的投诉' },
		where: { complaint: 'yes' }
	},
	denominator: { of: 'numerator', what: { en: 'complaints', zh: '投诉' }, per: 100 },
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'none',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'FCA PS25/19; Wilson (1927) score interval.'
};
