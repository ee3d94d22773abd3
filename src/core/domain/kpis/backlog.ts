import type { Kpi } from '../kpi.ts';

export const backlog: Kpi = {
	id: 'K20',
	name: { en: 'Backlog', zh: '积压' },
	meaning: {
		en: 'Complaints open at the end: open at the start, plus received, less closed. The sum must balance.',
		zh: '期末未结投诉：期初未结，加收到，减办结；三者必须平衡。'
	},
	numerator: {
		count: 'unavailable',
		lacks: 'no-case-dates',
		what: { en: 'complaints open at the end of the period', zh: '期末未结投诉' },
		where: { complaint: 'yes' }
	},
	denominator: null,
	unit: { en: 'complaints', zh: '件' },
	better: 'lower',
	interval: null,
	tooFew: { numerator: 0, denominator: 0 },
	source: 'FCA DISP 1 Annex 1R: open at the start, opened, closed.'
};
