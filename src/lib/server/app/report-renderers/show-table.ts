import type { Cell, Column, Table } from '#core/reports/blocks.ts';
import { absent, formatChange, formatCount, formatDecimal, formatPercent } from '#lib/format/numbers.ts';
import { formatDay } from '#lib/format/periods.ts';
import { numberLocale, say } from './say.ts';
import type { ShownCell, ShownTable, ShowOptions } from './shown.ts';

const numeric: readonly Column['type'][] = ['integer', 'number', 'percent', 'change'];

/** A table of a report as it is read: rounded, with its links where there are any. */
export function showTable(table: Table, options: ShowOptions): ShownTable {
	const { id, title, columns, rows } = table;
	const most = table.isHeat ? largestOf(table) : null;
	return {
		kind: 'table',
		id,
		name: say(title, options.language),
		columns: columns.map((column, index) => ({
			label: say(column.title, options.language),
			// The first cell names the row, also where the name is a number.
			isNumeric: index > 0 && numeric.includes(column.type)
		})),
		rows: rows.map(({ cells }) =>
			columns.map((column) => showCell(cells[column.key], { column, most: most?.get(column.key) }, options))
		)
	};
}

/** By column: a column of all together would leave the others pale. */
function largestOf({ columns, rows }: Table): Map<string, number> {
	const counts = columns.filter(({ small }) => small === 'count');
	return new Map(
		counts.map(({ key }) => [
			key,
			Math.max(0, ...rows.map(({ cells }) => (typeof cells[key]?.value === 'number' ? cells[key].value : 0)))
		])
	);
}

interface Place {
	readonly column: Column;
	readonly most: number | undefined;
}

function showCell(cell: Cell | undefined, { column, most }: Place, options: ShowOptions): ShownCell {
	if (!cell) return { text: '' };
	const { value } = cell;
	const href = hrefOf(cell, options);
	return {
		text: showValue(cell, column, options),
		...(typeof value === 'number' ? { number: value } : {}),
		...(href === null ? {} : { href }),
		...(most && typeof value === 'number' ? { shade: value / most } : {})
	};
}

function hrefOf({ link, feedbackId }: Cell, options: ShowOptions): string | null {
	if (feedbackId !== undefined) return options.hrefOfFeedback?.(feedbackId) ?? null;
	return link ? (options.hrefOf?.(link) ?? null) : null;
}

function showValue({ value, unit, link }: Cell, column: Column, { language }: ShowOptions): string {
	const { key, type, digits } = column;
	const locale = numberLocale(language);
	if (value === null) return numeric.includes(type) ? absent : '';
	if (typeof value === 'object') return say(value, language);
	if (typeof value === 'string') return type === 'date' && value !== '' ? formatDay(value, locale) : value;
	if (type === 'change') return formatChange(value, locale);
	if (type === 'percent') return formatPercent(value, locale, digits);
	if (type === 'integer') return isId(key) ? String(value) : formatCount(value, locale);
	// A column of several units holds counts beside rates: a count has no decimals.
	const isMixed = column.isMixed ?? (unit !== undefined || link !== undefined);
	return formatDecimal(value, locale, isMixed && Number.isInteger(value) ? 0 : digits);
}

/** Numbers that name something are read as they are, without grouping. */
function isId(key: string): boolean {
	return key === 'feedback' || key === 'import';
}
