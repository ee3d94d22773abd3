import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Table } from './blocks.ts';
import { buildReport } from './build-report.ts';
import { renderCsv, renderReportCsv } from './render-csv.ts';
import { aReport } from './report.fixture.ts';
import { tablesOf } from './tables-of.ts';

const table: Table = {
	kind: 'table',
	id: 'demo',
	title: { en: 'Demo', zh: '示例' },
	columns: [
		{ key: 'name', title: { en: 'Name', zh: '名称' }, type: 'text' },
		{ key: 'rate', title: { en: 'Rate', zh: '比率' }, type: 'number', digits: 1 },
		{ key: 'on', title: { en: 'On', zh: '日期' }, type: 'date' }
	],
	rows: [
		{
			key: 'a',
			cells: {
				name: { value: { en: 'Calls, too many', zh: '频繁来电' } },
				rate: { value: 2 / 3 },
				on: { value: '2026-10-03' }
			}
		},
		{ key: 'b', cells: { name: { value: '=cmd()' }, rate: { value: null } } }
	]
};

describe('renderCsv', () => {
	it('writes a table in English, numbers in full', () => {
		expect(renderCsv(table, 'en', { bom: false })).toBe(
			'Name,Rate,On\r\n"Calls, too many",0.6666666666666666,2026-10-03\r\n\'=cmd(),,\r\n'
		);
	});

	it('writes it in Chinese', () => {
		expect(renderCsv(table, 'zh-CN', { bom: true })).toBe(
			"\uFEFF名称,比率,日期\r\n频繁来电,0.6666666666666666,2026-10-03\r\n'=cmd(),,\r\n"
		);
	});
});

describe('renderReportCsv', () => {
	const document = buildReport(aReport());
	const read = (locale: 'en' | 'zh-CN') =>
		parse(renderReportCsv(document, locale, { bom: false }), { columns: true }) as Record<string, string>[];
	const lines = read('en');
	const find = (section: string, row: string, measure: string) =>
		lines.find((line) => line.section === section && line.row === row && line.measure === measure);

	it('has a line for every value of every table', () => {
		const cells = document.sections
			.flatMap(tablesOf)
			.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
		expect(lines).toHaveLength(6 + cells);
		expect(
			new Set(lines.map(({ section, table: id, row, measure }) => `${section} ${id} ${row} ${measure}`)).size
		).toBe(lines.length);
	});

	it('says what it is a report of', () => {
		expect(lines.slice(0, 6).map(({ measure, value }) => [measure, value])).toEqual([
			['month', '2026-10'],
			['scope', 'All agencies'],
			['status', 'draft'],
			['version', '1'],
			['copy', 'internal'],
			['origin', 'imported']
		]);
	});

	it('gives values with their units', () => {
		expect(find('summary', 'K03', 'value')).toMatchObject({
			table: 'kpis',
			value: '2',
			unit: 'per 1,000 contacts'
		});
		expect(find('summary', 'K01', 'denominator')?.value).toBe('');
		expect(find('conduct-themes', 'contact_frequency', 'share')).toMatchObject({
			value: '0.4',
			unit: 'fraction'
		});
		expect(find('agencies-and-teams', 'a1', 'ratio')?.value).toBe(String(55 / 30));
	});

	it('keeps ids and numbers in every locale, and translates words', () => {
		const chinese = read('zh-CN');
		const ids = (all: typeof lines) =>
			all.map(({ section, table: id, row, measure }) => [section, id, row, measure]);
		expect(ids(chinese)).toEqual(ids(lines));
		expect(chinese.find(({ row, measure }) => row === 'K03' && measure === 'verdict')?.value).toBe('恶化');
	});

	it('is the same text for the same data', () => {
		expect(renderReportCsv(buildReport(aReport()), 'en', { bom: true })).toBe(
			renderReportCsv(document, 'en', { bom: true })
		);
	});
});
