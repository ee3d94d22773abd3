import type { Kpi } from '../kpi.ts';

export const escalationIntent: Kpi = {
	id: 'K27',
	name: { en: 'Escalation intent', zh: '升级意愿占比' },
	meaning: {
		en: 'Share of complaints in which the borrower announces a next step: regulator, media, court, police or a proxy.',
		zh: '借款人表示将投诉监管、曝光、起诉、报警或委托代理的投诉占比。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'complaints with a counted escalation theme', zh: '含升级意愿主题的投诉' },
		where: { complaint: 'yes', taxonomy: ['escalation'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes' },
		what: { en: 'complaints', zh: '投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
