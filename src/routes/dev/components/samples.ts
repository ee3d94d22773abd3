import type { KpiChange, KpiValue } from '#core/domain/kpi.ts';

export const value: KpiValue = {
	kpiId: 'K05',
	numerator: 161,
	denominator: 33_541,
	value: 4.8,
	interval: { low: 4.09, high: 5.6 },
	missing: null,
	isTooFew: false
};
export const few: KpiValue = { ...value, numerator: 3, denominator: 400, value: 7.5, isTooFew: true };
export const absent: KpiValue = {
	...value,
	denominator: null,
	value: null,
	interval: null,
	missing: 'no-exposure'
};
export function changeTo(verdict: KpiChange['verdict']): KpiChange {
	return { before: value, relative: 0.12, pValue: 0.02, verdict };
}

export const trend = [3.2, 3.4, 3.1, null, 3.9, 4.4, 4.8];

export const evidence = {
	text: 'They rang my mother in hospital and said they would come to my office.',
	language: 'en',
	tags: [
		{
			themeId: 'third_party_contact',
			name: 'Family or friends contacted',
			href: '/feedback?theme=third_party_contact',
			severity: 3,
			polarity: 'asserted',
			status: 'machine',
			spans: [{ start: 5, end: 19, ruleId: 'third_party/en/4', polarity: 'asserted' }]
		},
		{
			themeId: 'workplace_contact',
			name: 'Workplace contacted',
			href: '/feedback?theme=workplace_contact',
			severity: 2,
			polarity: 'threatened',
			status: 'machine',
			spans: [{ start: 44, end: 69, ruleId: 'workplace/en/2', polarity: 'threatened' }]
		}
	]
} as const;

export const table = {
	columns: [
		{ label: 'Team', isNumeric: false },
		{ label: 'Complaints', isNumeric: true, sortHref: '?sort=complaints', sorted: 'descending' as const },
		{ label: 'Expected', isNumeric: true }
	],
	rows: [
		[{ text: 'North 1' }, { text: '22', href: '/feedback?team=north-1' }, { text: '20.1' }],
		[{ text: 'South 2' }, { text: '9', href: '/feedback?team=south-2' }, { text: '11.4' }]
	]
};

export const tokens = {
	grounds: ['bg', 'card', 'sunken', 'accent-soft', 'bad-soft', 'good-soft', 'warn-soft', 'mark'],
	inks: ['ink', 'muted', 'accent', 'bad', 'good', 'warn'],
	lines: ['line', 'edge'],
	severities: ['severity-1', 'severity-2', 'severity-3', 'severity-4'],
	series: ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'series-other']
};
