import { expect, test } from 'vitest';
import type { Table } from '#core/reports/blocks.ts';
import { feedbackHref } from '#lib/url/filter-params.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { showTable } from './show-table.ts';

const title = (en: string, zh: string) => ({ en, zh });
const table: Table = {
	kind: 'table',
	id: 'sample',
	title: title('Sample', '示例'),
	columns: [
		{ key: 'feedback', title: title('Feedback', '反馈'), type: 'integer' },
		{ key: 'name', title: title('Name', '名称'), type: 'text' },
		{ key: 'day', title: title('Day', '日期'), type: 'date' },
		{ key: 'count', title: title('Count', '数量'), type: 'integer' },
		{ key: 'rate', title: title('Rate', '比率'), type: 'number', digits: 2 },
		{ key: 'share', title: title('Share', '占比'), type: 'percent', digits: 1 }
	],
	rows: [
		{
			key: 'full',
			cells: {
				feedback: { value: 51088, feedbackId: 51088 },
				name: { value: title('Phone', '电话') },
				day: { value: '2026-10-05' },
				count: { value: 1214, link: { complaint: 'yes', origin: 'simulated' } },
				rate: { value: 3 },
				share: { value: 0.0549 }
			}
		},
		{
			key: 'mixed',
			cells: {
				feedback: { value: 7 },
				rate: { value: 464, unit: title('complaints', '件') },
				share: { value: null }
			}
		}
	]
};
const links = {
	hrefOf: (link: Partial<typeof emptyFilter>) => feedbackHref(emptyFilter, link),
	hrefOfFeedback: (id: number) => `/feedback/${id}`
};
const textsOf = (locale: 'en' | 'zh') =>
	showTable(table, { language: locale }).rows.map((row) => row.map(({ text }) => text));

test('cells are written by the type of their column, in the language of the page', () => {
	expect(textsOf('en')[0]).toEqual(['51088', 'Phone', '5 Oct 2026', '1,214', '3.00', '5.5\u00a0%']);
	expect(textsOf('zh')[0]).toEqual(['51088', '电话', '2026年10月5日', '1,214', '3.00', '5.5%']);
});

test('a count among rates has no decimals, and what cannot be given is a dash, what is not there empty', () => {
	expect(textsOf('en')[1]).toEqual(['7', '', '', '', '464', '–']);
});

test('a cell leads to its feedback', () => {
	const [row] = showTable(table, { ...links, language: 'en' }).rows;
	expect(row?.[0]?.href).toBe('/feedback/51088');
	expect(row?.[3]?.href).toBe('/feedback?complaint=yes&origin=simulated');
	expect(row?.[1]).not.toHaveProperty('href');
});

test('the first column names the rows, also by number', () => {
	expect(showTable(table, { ...links, language: 'en' }).columns.map(({ isNumeric }) => isNumeric)).toEqual([
		false,
		false,
		false,
		true,
		true,
		true
	]);
});
