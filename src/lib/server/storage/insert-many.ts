import { CompiledQuery, type DialectAdapter, type Insertable, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** So few that SQLite's statement stays prepared (see sqlite-dialect), so many that a row has little of its cost. */
const perStatement = 200;

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
	const [first] = rows;
	if (!first) return 0;
	const columns = Object.keys(first) as (keyof Insertable<Schema[Table]>)[];
	let written = 0;
	for (let at = 0; at < rows.length; at += perStatement) {
		const part = rows.slice(at, at + perStatement);
		const sql = textFor(trx, table, columns as readonly string[], part.length);
		const parameters: unknown[] = [];
		for (const row of part) for (const column of columns) parameters.push(row[column]);
		const { numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(sql, parameters));
		written += Number(numAffectedRows ?? 0);
	}
	return written;
}

function textFor(
	trx: Transaction<Schema>,
	table: keyof Schema,
	columns: readonly string[],
	rows: number
): string {
	const { adapter } = trx.getExecutor();
	const known = texts.get(adapter) ?? new Map<string, string>();
	texts.set(adapter, known);
	const key = `${table} ${columns.join()} ${rows}`;
	const row = Object.fromEntries(columns.map((name) => [name, '']));
	const text =
		known.get(key) ??
		(trx as unknown as Transaction<Record<string, Record<string, string>>>)
			.insertInto(table)
			.values(Array.from({ length: rows }, () => row))
			.onConflict((conflict) => conflict.doNothing())
			.compile().sql;
	known.set(key, text);
	return text;
}
