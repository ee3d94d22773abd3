import { inLocale, type Bilingual, type Locale } from '#core/domain/vocabulary.ts';
import type { Cell, Column, ReportDocument, Section, Table } from './blocks.ts';
import { tablesOf } from './tables-of.ts';
import { writeCsv, type CsvOptions, type CsvValue } from './write-csv.ts';

/** One table as it stands: titles and words in the locale, numbers in full precision. */
export function renderCsv(table: Table, locale: Locale, options: CsvOptions): string {
	const header = table.columns.map(({ title }) => inLocale(title, locale));
	const rows = table.rows.map(({ cells }) => table.columns.map(({ key }) => rawOf(cells[key], locale)));
	return writeCsv([header, ...rows], options);
}

const longHeader = ['section', 'table', 'row', 'measure', 'value', 'unit'];

/**
 * The whole report in one tidy table, a line a value: `section`, `table`, `row` and `measure` are stable ids, the same
 * every month and in every locale; words and units are in the locale. The report itself is in the section `report`.
 */
export function renderReportCsv(document: ReportDocument, locale: Locale, options: CsvOptions): string {
	const about = {
		month: document.month,
		scope: inLocale(document.scope, locale),
		status: document.status,
		version: document.version,
		copy: document.copy,
		origin: document.origin
	};
	return writeCsv(
		[
			longHeader,
			...Object.entries(about).map(([measure, value]) => ['report', 'about', 'report', measure, value, '']),
			...document.sections.flatMap((section) => lengthen(section, locale))
		],
		options
	);
}

function lengthen(section: Section, locale: Locale): CsvValue[][] {
	return tablesOf(section).flatMap((table) =>
		table.rows.flatMap(({ key, cells }) =>
			table.columns.map((column) => {
				const cell = cells[column.key];
				return [section.id, table.id, key, column.key, rawOf(cell, locale), unitOf(cell, column, locale)];
			})
		)
	);
}

function rawOf(cell: Cell | undefined, locale: Locale): CsvValue {
	const value = cell?.value ?? null;
	return isBilingual(value) ? inLocale(value, locale) : value;
}

function unitOf(cell: Cell | undefined, column: Column, locale: Locale): string {
	const unit =
		cell?.unit ?? column.unit ?? (column.type === 'percent' || column.type === 'change' ? fraction : null);
	return unit ? inLocale(unit, locale) : '';
}

const fraction: Bilingual = { en: 'fraction', zh: '比例（1 = 100%）' };

function isBilingual(value: Cell['value']): value is Bilingual {
	return typeof value === 'object' && value !== null;
}
