import {
	DuckDBDataChunk,
	DOUBLE,
	INTEGER,
	type DuckDBConnection,
	type DuckDBDoubleVector,
	type DuckDBIntegerVector
} from '@duckdb/node-api';
import type { FactColumn } from './tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

const rowsOfChunk = 2048;

/**
 * Puts rows, whose keys are the columns in snake_case, into the temporary table `stage_<name>`, texts as their number
 * in the list of texts that is returned: handing DuckDB a text costs a call each, handing it numbers costs one a column.
 */
export async function stageRows(
	writer: DuckDBConnection,
	name: string,
	columns: readonly FactColumn[],
	rows: readonly Row[]
): Promise<readonly string[]> {
	const isNumber = ({ type }: FactColumn) => type === 'double';
	const sqlTypes = columns.map((column) => `${column.name} ${isNumber(column) ? 'double' : 'integer'}`);
	await writer.run(`create or replace temp table stage_${name} (${sqlTypes.join(', ')})`);
	const texts: string[] = [];
	const numbers = new Map<string, number>();
	const numberOf = (text: string): number => {
		const known = numbers.get(text);
		if (known !== undefined) return known;
		texts.push(text);
		numbers.set(text, texts.length);
		return texts.length;
	};
	const appender = await writer.createAppender(`stage_${name}`, 'main', 'temp');
	for (let from = 0; from < rows.length; from += rowsOfChunk) {
		const size = Math.min(rowsOfChunk, rows.length - from);
		const chunk = DuckDBDataChunk.create(
			columns.map((column) => (isNumber(column) ? DOUBLE : INTEGER)),
			size
		);
		for (const [at, column] of columns.entries()) {
			const isText = column.type === 'varchar' || column.type === 'word';
			const vector = chunk.getColumnVector(at) as DuckDBIntegerVector | DuckDBDoubleVector;
			for (let nth = 0; nth < size; nth++) {
				const value = rows[from + nth]?.[column.name] ?? column.none;
				vector.setItem(nth, isText ? numberOf(String(value)) : Number(value));
			}
			vector.flush();
		}
		appender.appendDataChunk(chunk);
	}
	appender.flushSync();
	appender.closeSync();
	return texts;
}

/** The staged column as the table has it; `texts`: name of the variable that holds the list of texts. */
export function unstaged(column: FactColumn, table: string, texts: string): string {
	const staged = `${table}.${column.name}`;
	const isText = column.type === 'varchar' || column.type === 'word';
	return isText ? `getvariable('${texts}')[${staged}] as ${column.name}` : `${staged} as ${column.name}`;
}
