import writeExcelFile from 'write-excel-file/node';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { Block, Cell, Column, ReportDocument, Section, Table } from '#core/reports/blocks.ts';
import { tablesOf } from '#core/reports/tables-of.ts';
import { say } from './say.ts';
import { fixZipTimes } from './zip-times.ts';

type SheetCell = { readonly value?: string | number | Date; readonly format?: string } & Record<
	string,
	unknown
>;
type SheetRow = (SheetCell | null)[];

/**
 * The report as one workbook: a sheet a chapter, tables below each other under a frozen heading, numbers as numbers in
 * full precision with a format that rounds them for reading. Equal documents give equal bytes.
 */
export async function renderXlsx(document: ReportDocument, language: ReportLanguage): Promise<Buffer> {
	const names = new Set<string>();
	const sheets = document.sections
		.flatMap(withDefinitionsApart)
		.filter((section) => section.blocks.length > 0)
		.map((section) => ({
			sheet: sheetName(say(section.title, language), names),
			data: rowsOf(document, section, language),
			columns: widthsOf(section, language).map((width) => ({ width })),
			stickyRowsCount: frozenRows,
			orientation: 'landscape' as const
		}));
	const bytes = await writeExcelFile(
		sheets as never,
		{ fontFamily: 'Arial', fontSize: 10 } as never
	).toBuffer();
	return fixZipTimes(Buffer.from(bytes as unknown as Uint8Array), new Date(document.computedAt));
}

/** The definitions are looked up beside any other sheet, so they get one of their own. */
function withDefinitionsApart(section: Section): readonly Section[] {
	const isDefinition = (block: Block) => block.kind === 'table' && block.id === 'definitions';
	const apart = section.blocks.filter(isDefinition);
	if (apart.length === 0) return [section];
	return [
		{ ...section, blocks: section.blocks.filter((block) => !isDefinition(block)) },
		{ id: 'definitions', title: { en: 'Definitions', zh: '指标定义' }, blocks: apart }
	];
}

const longestName = 31;

/** Excel allows 31 characters, none of []:*?/\\, each name once. */
function sheetName(title: string, taken: Set<string>): string {
	const plain = title
		.replace(/[[\]:*?/\\]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	for (let copy = 1; ; copy++) {
		const end = copy === 1 ? '' : ` ${copy}`;
		const name = `${Array.from(plain)
			.join('')
			.slice(0, longestName - end.length)
			.trim()}${end}`;
		if (taken.has(name.toLowerCase())) continue;
		taken.add(name.toLowerCase());
		return name;
	}
}

/** Title and status: they stay when the sheet is scrolled. */
const frozenRows = 2;

function rowsOf(document: ReportDocument, section: Section, language: ReportLanguage): SheetRow[] {
	const head = `${say(document.title, language)} · ${say(document.scope, language)}`;
	const notes = [
		...(document.status === 'draft' ? [say({ en: 'Draft', zh: '草稿' }, language)] : []),
		...(document.origin === 'imported' ? [] : [say({ en: 'Simulated data', zh: '模拟数据' }, language)])
	];
	const tables = tablesOf(section);
	return [
		[{ value: say(section.title, language), fontWeight: 'bold', fontSize: 14 }],
		[{ value: [head, ...notes].join(' · '), textColor: '#5a6068' }],
		...section.blocks.flatMap((block): SheetRow[] =>
			block.kind === 'paragraph' ? [[{ value: say(block.text, language), type: String }]] : []
		),
		...tables.flatMap((table) => [[], ...tableRows(table, language)])
	];
}

function tableRows(table: Table, language: ReportLanguage): SheetRow[] {
	const heading = { fontWeight: 'bold', backgroundColor: '#e7f0f8', wrap: true, alignVertical: 'top' };
	return [
		[{ value: say(table.title, language), fontWeight: 'bold', fontSize: 11 }],
		table.columns.map(({ title }) => ({ value: say(title, language), ...heading })),
		...table.rows.map(({ cells }) =>
			table.columns.map((column) => cellOf(cells[column.key], column, language))
		)
	];
}

/** Text is text, also where it begins with a sign of a formula: nothing of it is ever run. */
function cellOf(cell: Cell | undefined, column: Column, language: ReportLanguage): SheetCell | null {
	const value = cell?.value ?? null;
	if (value === null || value === '') return null;
	if (typeof value === 'number') return { value, type: Number, format: formatOf(value, cell, column) };
	if (typeof value === 'string' && column.type === 'date')
		return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
	return {
		value: typeof value === 'string' ? value : say(value as Bilingual, language),
		type: String,
		wrap: true
	};
}

function formatOf(value: number, cell: Cell | undefined, column: Column): string {
	const { key, type, digits = 0 } = column;
	const decimals = (count: number) => (count > 0 ? `.${'0'.repeat(count)}` : '');
	if (type === 'percent') return `0${decimals(digits)}%`;
	if (type === 'change') return '+0%;-0%;0%';
	if (type === 'integer') return key === 'feedback' || key === 'import' ? '0' : '#,##0';
	const isMixed = column.isMixed ?? (cell?.unit !== undefined || cell?.link !== undefined);
	return `#,##0${decimals(isMixed && Number.isInteger(value) ? 0 : digits)}`;
}

const width = { least: 9, most: 48 };

/** In characters; a Chinese one counts for two. Tables of a sheet share their columns. */
function widthsOf(section: Section, language: ReportLanguage): number[] {
	const widths: number[] = [];
	for (const { columns, rows } of tablesOf(section))
		columns.forEach((column, index) => {
			const longest = Math.max(
				0.5 * widthOf(say(column.title, language)),
				...rows.map(({ cells }) => {
					const value = cells[column.key]?.value ?? '';
					if (typeof value === 'number') return 10;
					return widthOf(typeof value === 'string' ? value : say(value, language));
				})
			);
			widths[index] = Math.max(widths[index] ?? width.least, Math.min(width.most, longest + 2));
		});
	return widths;
}

function widthOf(text: string): number {
	let all = 0;
	for (const character of text) all += character > '\u2e80' ? 2 : 1;
	return all;
}
