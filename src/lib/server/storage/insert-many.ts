import {
	CompiledQuery,
	type DialectAdapter,
	type Insertable,
	type Selectable,
	type Transaction
} from 'kysely';
import type { Schema } from './schema.ts';

/** So few values that SQLite's statement stays prepared (see sqlite-dialect), so many that a row has little of its cost. */
const mostValues = 3400;

const texts = new WeakMap<DialectAdapter, Map<string, string>>();

/**
 * Inserts rows that all name the same columns, and passes over those that break a unique constraint. Gives how many were
 * new. The SQL of a number of rows is written once: writing it anew took as long as the insert.
 */
export async function insertMany<Table extends keyof Schema>(
	trx: Transaction<Schema>,
	table: Table,
	rows: readonly Insertable<Schema[Table]>[]
): Promise<number> {
	let written = 0;
	for (const { sql, parameters } of statements(trx, table, rows, { passesOver: true, returned: [] })) {
		const { numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(sql, parameters));
		written += Number(numAffectedRows ?? 0);
	}
	return written;
}

/** As {@link insertMany}, but a row that breaks a unique constraint is an error. Gives the asked columns of each row. */
export async function insertAll<Table extends keyof Schema, Column extends string = never>(
	trx: Transaction<Schema>,
	table: Table,
	rows: readonly Insertable<Schema[Table]>[],
	returned: readonly (Column & keyof Selectable<Schema[Table]>)[] = []
): Promise<readonly Pick<Selectable<Schema[Table]>, Column & keyof Selectable<Schema[Table]>>[]> {
	const found: Pick<Selectable<Schema[Table]>, Column & keyof Selectable<Schema[Table]>>[] = [];
	for (const { sql, parameters } of statements(trx, table, rows, { passesOver: false, returned })) {
		const answer = await trx.executeQuery<(typeof found)[number]>(CompiledQuery.raw(sql, parameters));
		for (const row of answer.rows) found.push(row);
	}
	return found;
}

interface Way {
	readonly passesOver: boolean;
	readonly returned: readonly string[];
}

function* statements<Table extends keyof Schema>(
	trx: Transaction<Schema>,
	table: Table,
	rows: readonly Insertable<Schema[Table]>[],
	way: Way
): Generator<{ readonly sql: string; readonly parameters: unknown[] }> {
	const [first] = rows;
	if (!first) return;
	const columns = Object.keys(first) as (keyof Insertable<Schema[Table]>)[];
	const perStatement = Math.max(1, Math.floor(mostValues / columns.length));
	for (let at = 0; at < rows.length; at += perStatement) {
		const part = rows.slice(at, at + perStatement);
		const parameters: unknown[] = [];
		for (const row of part) for (const column of columns) parameters.push(row[column]);
		yield { sql: textFor(trx, table, columns as readonly string[], part.length, way), parameters };
	}
}

function textFor(
	trx: Transaction<Schema>,
	table: keyof Schema,
	columns: readonly string[],
	rows: number,
	{ passesOver, returned }: Way
): string {
	const { adapter } = trx.getExecutor();
	const known = texts.get(adapter) ?? new Map<string, string>();
	texts.set(adapter, known);
	const key = `${table} ${columns.join()} ${rows} ${passesOver} ${returned.join()}`;
	const before = known.get(key);
	if (before !== undefined) return before;
	const row = Object.fromEntries(columns.map((name) => [name, '']));
	const insert = (trx as unknown as Transaction<Record<string, Record<string, string>>>)
		.insertInto(table)
		.values(Array.from({ length: rows }, () => row))
		.$if(passesOver, (query) => query.onConflict((conflict) => conflict.doNothing()))
		.$if(returned.length > 0, (query) => query.returning([...returned]));
	const { sql } = insert.compile();
	known.set(key, sql);
	return sql;
}
