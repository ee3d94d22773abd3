import type { Kpi } from '../kpi.ts';

export const praiseShare: Kpi = {
	id: 'K42',
	name: { en: 'Feedback with praise', zh: '含表扬的反馈' },
	meaning: {
		en: 'Share of all feedback in which the borrower praises something (any counted positive theme).',
		zh: '含表扬（任一正面主题）的反馈占全部反馈的比例。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'feedback with a counted positive theme', zh: '含正面主题的反馈' },
		where: { taxonomy: ['positive'] }
	},
	denominator: { of: 'feedback', where: {}, what: { en: 'all feedback', zh: '全部反馈' }, per: 100 },
	unit: { en: '% of feedback', zh: '% 的反馈' },
	better: 'higher',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
