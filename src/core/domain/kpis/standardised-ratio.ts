import type { Kpi } from '../kpi.ts';

export const standardisedRatio: Kpi = {
	id: 'K14',
	name: { en: 'Complaints against expected', zh: '投诉实际/预期比' },
	meaning: {
		en: 'Complaints of one agency, team or agent over those that all units’ rates would give for the same work (channel, stage and product). 1 is as expected.',
		zh: '某机构、团队或催收员的投诉数与按全部单位的投诉率、在相同渠道、阶段和产品下的预期数之比；1 即符合预期。'
	},
	numerator: {
		count: 'observed',
		what: { en: 'complaints that can be compared', zh: '可比投诉' },
		where: { complaint: 'yes' }
	},
	denominator: {
		of: 'numerator',
		what: { en: 'complaints expected for the same work', zh: '相同工作的预期投诉' },
		per: 1
	},
	unit: { en: 'times expected', zh: '倍于预期' },
	better: 'lower',
	interval: 'garwood',
	tooFew: { numerator: 0, denominator: 5 },
	source: 'Indirect standardisation; exact Poisson limits (Garwood 1936; Spiegelhalter 2005).',
	asks: 'unit'
};
