import type { RowIssue } from '#core/domain/import.ts';
import { FileFault } from './file-fault.ts';
import type { CsvRecord } from './readers/csv.ts';
import type { SheetRow } from './readers/xlsx/sheet.ts';
import { rowIssue, type RawRow } from './row.ts';

/** Headers wider than this belong to no table of feedback. */
const mostColumns = 1000;

/**
 * The names of a header row, trimmed, without the columns at its end that have none. Throws FileFault naming the
 * columns where a name stands twice or is missing between others, or where there are too many.
 */
export function readHeader(cells: readonly string[]): readonly string[] {
	const names = cells.map((cell) => cell.replaceAll('\0', '').trim());
	const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
	if (header.length === 0)
		throw new FileFault('has an empty header: its first row must hold the names of the columns.');
	checkWidth(header);
	const unnamed = header.flatMap((name, at) => (name === '' ? [at + 1] : []));
	if (unnamed.length > 0)
		throw new FileFault(
			`has columns without a name (${unnamed.join(', ')}): name them in the header or remove them.`
		);
	checkRepeated(header);
	return header;
}

/** Throws FileFault where a header has more names than any table of feedback. */
export function checkWidth(header: readonly string[]): void {
	if (header.length > mostColumns)
		throw new FileFault(
			`has ${header.length} columns and may have ${mostColumns}: from column ${mostColumns + 1} on, leave out what is not needed.`
		);
}

function checkRepeated(header: readonly string[]): void {
	const repeated = header.filter((column, at) => header.indexOf(column) < at);
	if (repeated.length === 0) return;
	const shown = [...new Set(repeated)].map((column) => {
		const places = header.flatMap((other, at) => (other === column ? [at + 1] : []));
		return `${isColumnName(column) ? `“${column}”` : 'a name'} (columns ${places.join(', ')})`;
	});
	throw new FileFault(`has the same column name more than once: ${shown.join('; ')}.`);
}

/** Short and wordy enough to be a column's name, should the file lack a header row and start with a borrower's data. */
function isColumnName(text: string): boolean {
	return /^[\p{L}_][\p{L}\p{M}\p{N} _.?()/-]{0,39}$/u.test(text) && !/\p{Nd}{5}/u.test(text);
}

/** A record of a table by column name; null where all of its cells are empty, an issue where its width differs. */
export function recordToRow(
	{ line, cells }: CsvRecord,
	header: readonly string[],
	delimiterName: string
): RawRow | RowIssue | null {
	if (cells.every((cell) => cell === '')) return null;
	const isTooWide = cells.length > header.length && cells.slice(header.length).some((cell) => cell !== '');
	if (isTooWide || cells.length < header.length) {
		const advice = `quote cells that hold ${delimiterName}`;
		const message = `This row has ${cells.length} cells and the header ${header.length}: ${advice}.`;
		return rowIssue(line, 'wrong-width', message);
	}
	return { line, values: valuesOf(header, cells) };
}

function valuesOf(header: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
	// Millions of rows come by here; only of this name would assigning not make a member.
	if (header.includes('__proto__'))
		return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
	const values: Record<string, string> = {};
	for (let at = 0; at < header.length; at++) values[header[at]!] = cells[at]!;
	return values;
}

/** As {@link recordToRow} for a row of a sheet, where cells that are not there are empty. */
export function sheetRowToRow(
	{ line, cells }: SheetRow,
	header: readonly string[]
): RawRow | RowIssue | null {
	if (cells.size === 0) return null;
	const last = Math.max(...cells.keys());
	if (last >= header.length) {
		const message = `This row has a cell in column ${last + 1} and the header names ${header.length}: name that column or empty the cell.`;
		return rowIssue(line, 'wrong-width', message);
	}
	const faults: [string, string][] = [];
	const values = header.map((name, at) => {
		const cell = cells.get(at);
		if (cell?.fault) faults.push([name, cell.fault]);
		return [name, cell?.text ?? ''] as const;
	});
	const row = { line, values: Object.fromEntries(values) };
	return faults.length === 0 ? row : { ...row, faults: Object.fromEntries(faults) };
}
