import type { Kpi } from '../kpi.ts';

export const complaintsReceived: Kpi = {
	id: 'K01',
	name: { en: 'Complaints', zh: '投诉量' },
	meaning: {
		en: 'Feedback filed as a complaint, or in which the borrower reports a conduct or process problem, received in the period.',
		zh: '本期收到的、以投诉提交，或其中反映催收行为或流程问题的反馈数。'
	},
	numerator: { count: 'feedback', what: { en: 'complaints', zh: '投诉' }, where: { complaint: 'yes' } },
	denominator: null,
	unit: { en: 'complaints', zh: '件' },
	better: 'none',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'A complaint is any expression of dissatisfaction (FCA DISP; ISO 10002).'
};
