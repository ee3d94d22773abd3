import type { Kpi } from '../kpi.ts';

export const criticalCases: Kpi = {
	id: 'K08',
	name: { en: 'Critical cases', zh: '重大个案' },
	meaning: {
		en: 'Feedback of urgency U0 or U1: a statement of suicide or self-harm, or a counted conduct theme of severity 4. Every one is listed.',
		zh: '紧急度为 U0 或 U1 的反馈：自杀、自伤言论，或严重度 4 级的催收行为。逐件列出。'
	},
	numerator: {
		count: 'feedback',
		what: { en: 'feedback of urgency U0 or U1', zh: '紧急度 U0 或 U1 的反馈' },
		where: { urgency: ['U0', 'U1'] }
	},
	denominator: null,
	unit: { en: 'cases', zh: '件' },
	better: 'none',
	interval: 'garwood',
	tooFew: { numerator: 0, denominator: 0 },
	source: 'Urgency ladder of the theme packs; exact Poisson interval of the count (Garwood 1936).'
};
