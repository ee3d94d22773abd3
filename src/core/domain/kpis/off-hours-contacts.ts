import type { Kpi } from '../kpi.ts';

export const offHoursContacts: Kpi = {
	id: 'K11',
	name: { en: 'Off-hours contacts (log)', zh: '禁止时段联系（记录）' },
	meaning: {
		en: 'Share of attempts in the contact log that were made in the hours which the rule pack bars, on the borrower’s clock where it is known, else on the organisation’s.',
		zh: '联系记录中落在规则包禁止时段的联系占比；时间按借款人当地（已知时），否则按机构时区。'
	},
	numerator: {
		count: 'barred-contacts',
		what: { en: 'attempts in barred hours', zh: '禁止时段内的联系' },
		where: {}
	},
	denominator: {
		of: 'numerator',
		what: { en: 'attempts under a rule pack with barred hours', zh: '适用禁止时段规定的联系' },
		per: 100
	},
	unit: { en: '% of attempts', zh: '% 的联系' },
	better: 'lower',
	interval: 'wilson',
	tooFew: { numerator: 0, denominator: 100 },
	source: 'Wilson (1927) score interval.'
};
