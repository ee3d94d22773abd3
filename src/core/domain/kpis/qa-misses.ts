import type { Kpi } from '../kpi.ts';

export const qaMisses: Kpi = {
	id: 'K31',
	name: { en: 'Missed by quality checks', zh: '质检漏检率' },
	meaning: {
		en: 'Share of complaints about conduct whose linked call had passed quality assurance.',
		zh: '关联通话质检为合格的催收行为投诉占比。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-call-scores',
		what: {
			en: 'complaints about conduct whose linked call had passed',
			zh: '关联通话质检合格的催收行为投诉'
		},
		where: { complaint: 'yes', taxonomy: ['conduct'] }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints about conduct with a scored call', zh: '关联通话有质检结果的催收行为投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
