import type { Kpi } from '../kpi.ts';

export const completeness: Kpi = {
	id: 'K36',
	name: { en: 'Data completeness', zh: '数据完整率' },
	meaning: {
		en: 'Share of the fields that analysis needs (channel, product, stage, region, team, borrower) that are filled in feedback of the period.',
		zh: '本期反馈中，分析所需字段（渠道、产品、阶段、地区、团队、借款人）的填写占比。'
	},
	numerator: {
		count: 'filled-fields',
		fields: ['channel', 'product', 'stage', 'region', 'team', 'borrower'],
		what: { en: 'fields that are filled', zh: '已填写的字段' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'fields that should be filled: 6 for each feedback', zh: '应填字段：每件反馈 6 个' },
		per: 100
	},
	unit: { en: '% of fields', zh: '% 的字段' },
	better: 'higher',
	interval: null,
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Share; no interval, as all fields are known.'
};
