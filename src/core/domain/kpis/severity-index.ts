import type { Kpi } from '../kpi.ts';

export const severityIndex: Kpi = {
	id: 'K06',
	name: { en: 'Severity index', zh: '严重度指数' },
	meaning: {
		en: 'Feedback weighted by its severity (1, 3, 10 and 30 for severity 1 to 4), per 1,000 connected contacts: one threat of violence outweighs many rude words.',
		zh: '按严重度加权的反馈（1 至 4 级分别计 1、3、10、30），每千次有效触达：一次暴力威胁重于多次粗鲁言语。'
	},
	numerator: {
		count: 'severity-weight',
		weights: { 1: 1, 2: 3, 3: 10, 4: 30 },
		what: {
			en: 'weights of feedback with a counted conduct or impact theme',
			zh: '含催收行为或影响主题的反馈的权重之和'
		},
		where: { taxonomy: ['conduct', 'impact'] }
	},
	denominator: {
		of: 'exposure',
		field: 'connected',
		what: { en: 'connected contacts', zh: '有效触达次数' },
		per: 1000
	},
	unit: { en: 'weight per 1,000 contacts', zh: '权重 / 千次触达' },
	better: 'lower',
	interval: 'bootstrap',
	tooFew: { numerator: 5, denominator: 200 },
	source:
		'Poisson bootstrap, 2,000 replicates, fixed seed (Efron & Tibshirani 1993; Hanley & MacGibbon 2006).'
};
