import type { Kpi } from '../kpi.ts';

export const praiseShare: Kpi = {
	id: 'K30',
	name: { en: 'Feedback with praise', zh: '含表扬的反馈' },
	meaning: {
		en: 'Share of all feedback in which the borrower praises something (any counted positive theme).',
		zh: '含表扬（任一正面主题）的反馈占全部反馈的比例。'
	},
	numerator: { count: 'feedback', where: { taxonomy: ['positive'] } },
	denominator: { of: 'feedback', where: {}, per: 100 },
	unit: { en: '% of feedback', zh: '% 的反馈' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
