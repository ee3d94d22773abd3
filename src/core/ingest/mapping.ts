import type { ColumnMapping, ColumnOrigin, DateOrder } from '#core/domain/mapping.ts';
import { readClockTime } from './clock-times.ts';
import { isOrderOpen, readAnyDay } from './date-forms.ts';
import { headerWords } from './header-words.ts';
import type { ColumnDoc } from './importer.ts';
import type { SourceFile } from './read-file.ts';
import { isIssue, type RawRow } from './row.ts';
import { fold } from './synonyms.ts';

/**
 * Guesses where our columns come from: a column of the same name, else one that files are known to use for it. A
 * column of the file serves one of ours at most, required ones first. `sample` rows tell the order of dates.
 */
export function suggestMapping(
	columns: readonly ColumnDoc[],
	header: readonly string[],
	sample: readonly RawRow[] = []
): ColumnMapping {
	const left = new Map(header.map((name) => [fold(name), name]));
	const found: Record<string, ColumnOrigin> = {};
	const take = (target: string, word: string) => {
		const from = left.get(fold(word));
		if (from === undefined || found[target]) return;
		found[target] = { from };
		left.delete(fold(word));
	};
	const required = columns.filter((column) => column.required);
	const ordered = [...required, ...columns.filter((column) => !column.required)];
	for (const { name } of ordered) take(name, name);
	for (const { name } of ordered) for (const word of headerWords[name] ?? []) take(name, word);
	return { columns: found, values: {}, dateOrder: orderIn(columns, found, sample) };
}

/** Day-first where a first number is above 12, month-first where a second is; else day-first, the form of most countries. */
function orderIn(
	columns: readonly ColumnDoc[],
	found: ColumnMapping['columns'],
	sample: readonly RawRow[]
): DateOrder {
	const names = columns.flatMap(({ name, isDay, isTime }) => {
		const origin = isDay || isTime ? found[name] : undefined;
		return origin && 'from' in origin ? [origin.from] : [];
	});
	const open = sample.flatMap(({ values }) =>
		names.flatMap((name) => {
			const text = values[name] ?? '';
			return isOrderOpen(text) ? [text.match(/\d+/g) ?? []] : [];
		})
	);
	if (open.length === 0) return 'year-first';
	return open.some(([, second]) => Number(second) > 12) ? 'month-first' : 'day-first';
}

/** Does the mapping change nothing but leave columns out? Then the file has our names and words already. */
export function isPlain({ columns, values }: ColumnMapping): boolean {
	return (
		Object.entries(columns).every(([name, origin]) => 'from' in origin && origin.from === name) &&
		Object.keys(values).length === 0
	);
}

/** Required columns that a mapping leaves without an origin. */
export function missingColumns(
	columns: readonly ColumnDoc[],
	{ columns: origins }: ColumnMapping
): readonly string[] {
	return columns.flatMap(({ name, required }) => (required && !origins[name] ? [name] : []));
}

/**
 * The file as its mapping has it: our column names, our words, our dates. A day that cannot be read stays as it is
 * written, so that the importer names it as an issue.
 */
export function mapFile(
	file: SourceFile,
	columns: readonly ColumnDoc[],
	mapping: ColumnMapping,
	timeZone: string
): SourceFile {
	const map = createRowMapper(columns, mapping, timeZone);
	return {
		...file,
		header: columns.map(({ name }) => name).filter((name) => mapping.columns[name]),
		rows: async function* () {
			for await (const row of file.rows()) yield isIssue(row) ? row : map(row);
		}
	};
}

/** Turns one row of a file into one that an importer knows. */
export function createRowMapper(
	columns: readonly ColumnDoc[],
	{ columns: origins, values, dateOrder }: ColumnMapping,
	timeZone: string
): (row: RawRow) => RawRow {
	const words = new Map(
		Object.entries(values).map(([name, pairs]) => [
			name,
			new Map(Object.entries(pairs).map(([word, value]) => [fold(word), value]))
		])
	);
	const mapped = columns.flatMap(({ name, isDay, isTime }) => {
		const origin = origins[name];
		return origin ? [{ name, isDay, isTime, origin, words: words.get(name) }] : [];
	});
	return ({ line, values: cells }) => ({
		line,
		values: Object.fromEntries(
			mapped.map(({ name, isDay, isTime, origin, words: known }) => {
				const cell = 'constant' in origin ? origin.constant : (cells[origin.from] ?? '');
				const value = known?.get(fold(cell)) ?? cell;
				if (isTime) return [name, readClockTime(value, dateOrder) ?? value];
				return [name, isDay ? (readAnyDay(value, dateOrder, timeZone) ?? value) : value];
			})
		)
	});
}
