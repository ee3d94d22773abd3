import type { Kpi } from '../kpi.ts';

export const hardshipHelped: Kpi = {
	id: 'K28',
	name: { en: 'Hardship helped, as told', zh: '困难获得帮助（借款人所述）' },
	meaning: {
		en: 'Share of complaints that tell why the borrower is overdue in which the borrower also tells of a plan, time or other help. Plans on record are not known to Earshot: this is what borrowers say.',
		zh: '说明逾期原因的投诉中，借款人同时提到获得方案、宽限或其他帮助的占比。系统没有方案台账，仅据借款人所述。'
	},
	numerator: {
		count: 'feedback',
		what: {
			en: 'complaints with a reason and with help told (helpful solution, empathy and flexibility)',
			zh: '有逾期原因且提到获得帮助（解决方案、体谅灵活）的投诉'
		},
		where: { complaint: 'yes', taxonomy: ['reason'], theme: ['helpful_solution', 'empathy_flexibility'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes', taxonomy: ['reason'] },
		without: ['theme'],
		what: { en: 'complaints that tell why the borrower is overdue', zh: '说明逾期原因的投诉' },
		per: 100
	},
	unit: { en: '% of such complaints', zh: '% 的此类投诉' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
