import type { Kpi } from '../kpi.ts';

export const positiveToConduct: Kpi = {
	id: 'K30',
	name: { en: 'Positive to conduct', zh: '正面与不当之比' },
	meaning: {
		en: 'Feedback with a counted positive theme for each feedback with a counted conduct theme. 2 means twice as much praise as complaint about conduct.',
		zh: '每件含催收行为主题的反馈对应的含正面主题的反馈数；2 即正面为不当的两倍。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'feedback with a counted positive theme', zh: '含正面主题的反馈' },
		where: { taxonomy: ['positive'] }
	},
	denominator: {
		of: 'feedback',
		where: { taxonomy: ['conduct'] },
		what: { en: 'feedback with a counted conduct theme', zh: '含催收行为主题的反馈' },
		per: 1
	},
	unit: { en: 'to 1', zh: '比 1' },
	better: 'higher',
	interval: null,
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Ratio of two counts; a feedback may be in both.'
};
