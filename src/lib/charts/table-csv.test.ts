import { expect, test } from 'vitest';
import { tableCsv } from './table-csv.ts';

test('numbers keep their precision, commas and quotes are quoted, formulas are disarmed', () => {
	const csv = tableCsv({
		columns: [
			{ label: 'Team', isNumeric: false },
			{ label: 'Rate, per 1,000', isNumeric: true }
		],
		rows: [
			[{ text: '深圳 “2”' }, { text: '4.8', number: 4.8321, href: '/feedback' }],
			[{ text: '=HYPERLINK("x")' }, { text: '–', number: null }],
			[{ text: '-1 team' }, { text: '−3', number: -3 }]
		]
	});
	expect(csv).toBe(
		'\ufeffTeam,"Rate, per 1,000"\r\n深圳 “2”,4.8321\r\n"\'=HYPERLINK(""x"")",\r\n\'-1 team,-3\r\n'
	);
});
