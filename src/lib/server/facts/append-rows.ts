import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { factTables, type FactColumn, type FactTable } from './tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Appends rows whose keys are the table's columns in camelCase. */
export async function appendRows(
	writer: DuckDBConnection,
	table: FactTable,
	rows: readonly Row[]
): Promise<void> {
	const columns: readonly FactColumn[] = factTables[table];
	const keys = columns.map(({ name }) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
	const appender = await writer.createAppender(table);
	for (const row of rows) {
		for (const [at, column] of columns.entries())
			appendValue(appender, column, row[keys[at] as string] ?? null);
		appender.endRow();
	}
	appender.flushSync();
	appender.closeSync();
}

function appendValue(appender: DuckDBAppender, { type }: FactColumn, value: string | number | null): void {
	if (value === null) appender.appendNull();
	else if (type === 'varchar') appender.appendVarchar(String(value));
	else if (type === 'integer') appender.appendInteger(Number(value));
	else appender.appendDouble(Number(value));
}
