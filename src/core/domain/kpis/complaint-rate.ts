import type { Kpi } from '../kpi.ts';

export const complaintRate: Kpi = {
	id: 'K03',
	name: { en: 'Complaint rate', zh: '投诉率' },
	meaning: {
		en: 'Complaints per 1,000 connected contacts (answered calls, delivered messages, visits that met someone).',
		zh: '每千次有效触达（接通、送达、见面）的投诉数。'
	},
	numerator: { count: 'feedback', what: { en: 'complaints', zh: '投诉' }, where: { complaint: 'yes' } },
	denominator: {
		of: 'exposure',
		field: 'connected',
		what: { en: 'connected contacts', zh: '有效触达次数' },
		per: 1000
	},
	unit: { en: 'per 1,000 contacts', zh: '每千次触达' },
	better: 'lower',
	interval: 'garwood',
	tooFew: { numerator: 5, denominator: 200 },
	source: 'Garwood (1936) exact Poisson interval.'
};
