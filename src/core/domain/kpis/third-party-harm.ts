import type { Kpi } from '../kpi.ts';

export const thirdPartyHarm: Kpi = {
	id: 'K10',
	name: { en: 'Third-party harm share', zh: '波及第三人占比' },
	meaning: {
		en: 'Share of complaints about contact with third parties or the workplace, or about public shaming.',
		zh: '涉及联系第三人、联系单位或公开羞辱的投诉占比。'
	},
	numerator: {
		count: 'feedback',
		what: {
			en: 'complaints with third-party contact, workplace contact or public shaming',
			zh: '含联系第三人、联系单位或公开羞辱的投诉'
		},
		where: { complaint: 'yes', theme: ['third_party_contact', 'workplace_contact', 'public_shaming'] }
	},
	denominator: {
		of: 'feedback',
		where: { complaint: 'yes' },
		what: { en: 'complaints', zh: '投诉' },
		per: 100
	},
	unit: { en: '% of complaints', zh: '% 的投诉' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 20 },
	source: 'Wilson (1927) score interval.'
};
