import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { zipOf } from './zip-writer.ts';

/** A table as it is written into files of many formats: the header first. */
export type Table = readonly (readonly string[])[];

const fixtures = resolve(import.meta.dirname, 'fixtures');

/** Rows of the CFPB's database (public domain), or Chinese feedback written for this project. */
export function readFixture(name: 'cfpb' | 'simplified' | 'traditional'): Table {
	const bytes =
		name === 'cfpb'
			? gunzipSync(readFileSync(resolve(fixtures, 'cfpb.csv.gz')))
			: readFileSync(resolve(fixtures, `${name}.csv`));
	return parse(bytes) as string[][];
}

export function separated(table: Table, delimiter: string, lineEnd = '\n'): string {
	const cellOf = (cell: string) =>
		/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
	return table.map((row) => row.map(cellOf).join(delimiter) + lineEnd).join('');
}

function objectsOf([header = [], ...rows]: Table): readonly Record<string, string>[] {
	return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

function jsonl(table: Table): string {
	return objectsOf(table)
		.map((object) => `${JSON.stringify(object)}\n`)
		.join('');
}

export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf16le' | 'utf16be'): Buffer {
	return iconv.encode(text, encoding);
}

/** A workbook of one sheet; `typed` writes days as dates and ids of digits as numbers, as people do. */
export async function workbook(
	table: Table,
	stringMode: 'shared' | 'inline',
	typed = false
): Promise<Buffer> {
	const cellOf = (cell: string): CellValue => {
		if (cell === '') return null;
		if (typed && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return new Date(`${cell}T00:00:00Z`);
		return typed && /^[1-9]\d{0,14}$/.test(cell) ? Number(cell) : cell;
	};
	const [header = [], ...rows] = table;
	const sheet = { name: '投诉 2026', rows: [[...header], ...rows.map((row) => row.map(cellOf))] };
	return Buffer.from(await writeXlsx({ sheets: [sheet], stringMode }));
}

/** The table in every format that can hold it; in Chinese also in the encodings of the region. */
export async function formatsOf(
	table: Table,
	regional: 'gb18030' | 'big5'
): Promise<readonly (readonly [name: string, content: Buffer])[]> {
	const csv = separated(table, ',');
	const array = JSON.stringify(objectsOf(table));
	const shared = await workbook(table, 'shared');
	return [
		['with a byte order mark', Buffer.from(`\uFEFF${csv}`)],
		[regional, encode(csv, regional)],
		[`${regional}, tabs`, encode(separated(table, '\t'), regional)],
		[`${regional}, JSON array, gzip`, gzipSync(encode(array, regional))],
		['UTF-16LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), encode(csv, 'utf16le')])],
		['UTF-16BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), encode(csv, 'utf16be')])],
		['UTF-16LE', encode(csv, 'utf16le')],
		['UTF-16BE, JSONL', encode(jsonl(table), 'utf16be')],
		['TSV', Buffer.from(separated(table, '\t'))],
		['semicolons, CRLF', Buffer.from(separated(table, ';', '\r\n'))],
		['semicolons that the first line states', Buffer.from(`sep=;\r\n${separated(table, ';', '\r\n')}`)],
		['vertical bars', Buffer.from(separated(table, '|'))],
		['XLSX, shared texts', shared],
		['XLSX, inline texts', await workbook(table, 'inline')],
		['XLSX, dates and numbers', await workbook(table, 'shared', true)],
		['JSON array on one line', Buffer.from(array)],
		['JSON array, indented', Buffer.from(JSON.stringify(objectsOf(table), null, 2))],
		['JSONL', Buffer.from(jsonl(table))],
		['CSV, gzip', gzipSync(csv)],
		['JSONL, gzip', gzipSync(jsonl(table))],
		[
			'CSV, zip',
			zipOf({ name: 'folder/投诉.csv', content: csv }, { name: '__MACOSX/._投诉.csv', content: 'x' })
		],
		['XLSX, zip', zipOf({ name: '投诉.xlsx', content: shared })],
		['XLSX, gzip', gzipSync(shared)]
	];
}
