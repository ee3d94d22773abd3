import type { Kpi } from '../kpi.ts';

export const callLinkRate: Kpi = {
	id: 'K32',
	name: { en: 'Linked to a contact', zh: '可关联联系记录' },
	meaning: {
		en: 'Share of complaints about phone calls that are linked to a contact of the log, by call id or as the last contact before.',
		zh: '电话类投诉中，按通话编号或最近一次联系关联到联系记录的占比。'
	},
	numerator: {
		count: 'linked',
		what: { en: 'phone complaints linked to a contact of the log', zh: '已关联联系记录的电话投诉' },
		where: { complaint: 'yes', channel: ['phone'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes', channel: ['phone'] },
		what: { en: 'complaints about phone calls', zh: '电话类投诉' },
		per: 100
	},
	unit: { en: '% of phone complaints', zh: '% 的电话投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
