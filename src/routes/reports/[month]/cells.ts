import { emptyFilter } from '#core/domain/filter.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import type { Cell as ShownCell } from '#lib/charts/spec.ts';
import { absent, formatChange, formatCount, formatDecimal, formatPercent } from '#lib/format/numbers.ts';
import { formatDay } from '#lib/format/periods.ts';
import { feedbackHref } from '#lib/url/filter-params.ts';
import type { Report } from '#server/app/report.ts';

export type ReportSection = Report['document']['sections'][number];
export type ReportTable = Extract<ReportSection['blocks'][number], { readonly kind: 'table' }>;
type Column = ReportTable['columns'][number];
type Cell = ReportTable['rows'][number]['cells'][string];

const numeric: readonly Column['type'][] = ['integer', 'number', 'percent', 'change'];

/** A table of a report as a page shows it: rounded for reading, with its links. */
export function showTable({ columns, rows }: ReportTable, locale: Locale) {
	return {
		columns: columns.map(({ title, type }, index) => ({
			label: inLocale(title, locale),
			// The first cell names the row, also where the name is a number.
			isNumeric: index > 0 && numeric.includes(type)
		})),
		rows: rows.map(({ cells }) => columns.map((column) => showCell(cells[column.key], column, locale)))
	};
}

function showCell(cell: Cell | undefined, column: Column, locale: Locale): ShownCell {
	if (!cell) return { text: '' };
	const href = hrefOf(cell);
	return { text: showValue(cell, column, locale), ...(href === null ? {} : { href }) };
}

function hrefOf({ link, feedbackId }: Cell): string | null {
	if (feedbackId !== undefined) return `/feedback/${feedbackId}`;
	return link ? feedbackHref(emptyFilter, link) : null;
}

function showValue({ value, unit, link }: Cell, { key, type, digits }: Column, locale: Locale): string {
	if (value === null) return numeric.includes(type) ? absent : '';
	if (typeof value === 'object') return inLocale(value, locale);
	if (typeof value === 'string') return type === 'date' && value !== '' ? formatDay(value, locale) : value;
	if (type === 'change') return formatChange(value, locale);
	if (type === 'percent') return formatPercent(value, locale, digits);
	if (type === 'integer') return isId(key) ? String(value) : formatCount(value, locale);
	// A column of several units holds counts beside rates: a count has no decimals.
	const isMixed = unit !== undefined || link !== undefined;
	return formatDecimal(value, locale, isMixed && Number.isInteger(value) ? 0 : digits);
}

/** Numbers that name something are read as they are, without grouping. */
function isId(key: string): boolean {
	return key === 'feedback' || key === 'import';
}
