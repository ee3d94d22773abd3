import type { Kpi } from '../kpi.ts';

export const outsideFlags: Kpi = {
	id: 'K40',
	name: { en: 'Media, police, lawyer', zh: '媒体、报警、律师' },
	meaning: {
		en: 'Feedback in which the borrower speaks of going to the media or social networks, to the police, or to a lawyer or court.',
		zh: '借款人提到媒体或网络曝光、报警、律师或起诉的反馈数。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'feedback with media, police or legal action announced', zh: '含曝光、报警或起诉意愿的反馈' },
		where: { theme: ['media_social', 'police_report', 'legal_action'] }
	},
	denominator: null,
	unit: { en: 'feedback', zh: '件' },
	better: 'none',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'Escalation themes of the theme packs.'
};
