import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import {
	CompiledQuery,
	PostgresAdapter,
	PostgresQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';

/** A Kysely dialect for DuckDB: PostgreSQL's compiler over DuckDB's in-process driver. */
export function duckDialect(instance: DuckDBInstance): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DuckDriver(instance),
		createQueryCompiler: () => new PostgresQueryCompiler(),
		createIntrospector: () => {
			throw new Error('The facts are made by Earshot and never introspected.');
		}
	};
}

class DuckDriver implements Driver {
	readonly #instance: DuckDBInstance;
	readonly #idle: Connection[] = [];
	constructor(instance: DuckDBInstance) {
		this.#instance = instance;
	}
	async init() {}
	async acquireConnection() {
		return this.#idle.pop() ?? new Connection(await this.#instance.connect());
	}
	async releaseConnection(connection: DatabaseConnection) {
		this.#idle.push(connection as Connection);
	}
	async beginTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('begin'));
	}
	async commitTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}
	async rollbackTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('rollback'));
	}
	async destroy() {
		for (const connection of this.#idle) connection.raw.closeSync();
		this.#instance.closeSync();
	}
}

class Connection implements DatabaseConnection {
	readonly raw: DuckDBConnection;
	constructor(raw: DuckDBConnection) {
		this.raw = raw;
	}
	async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const reader = await this.raw.runAndReadAll(sql, parameters as DuckDBValue[]);
		return { rows: reader.getRowObjectsJS().map(withPlainNumbers) as Row[] };
	}
	async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		throw new Error('Answers of the facts are small: they are not streamed.');
	}
}

/** DuckDB counts in 64 and sums in 128 bits. */
function withPlainNumbers(row: Record<string, unknown>): Record<string, unknown> {
	for (const key in row) {
		const value = row[key];
		if (typeof value !== 'bigint') continue;
		const plain = Number(value);
		if (!Number.isSafeInteger(plain)) throw new RangeError(`${key} is too large to be exact: ${value}`);
		row[key] = plain;
	}
	return row;
}
