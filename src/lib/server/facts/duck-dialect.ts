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
import type { cacheOfRows } from './answer-cache.ts';

type Answers = ReturnType<typeof cacheOfRows>;

/**
 * A Kysely dialect for DuckDB: PostgreSQL's compiler over DuckDB's in-process driver. `groupBits`: DuckDB's
 * `perfect_ht_threshold` of its connections.
 */
export function duckDialect(instance: DuckDBInstance, answers: Answers, groupBits: number): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DuckDriver(instance, answers, groupBits),
		createQueryCompiler: () => new PostgresQueryCompiler(),
		createIntrospector: () => {
			throw new Error('The facts are made by Earshot and never introspected.');
		}
	};
}

class DuckDriver implements Driver {
	readonly #instance: DuckDBInstance;
	readonly #idle: Connection[] = [];
	readonly #answers: Answers;
	readonly #groupBits: number;
	constructor(instance: DuckDBInstance, answers: Answers, groupBits: number) {
		this.#instance = instance;
		this.#answers = answers;
		this.#groupBits = groupBits;
	}
	async init() {}
	async acquireConnection() {
		const idle = this.#idle.pop();
		if (idle) return idle;
		const connection = await this.#instance.connect();
		await connection.run(`set perfect_ht_threshold = ${this.#groupBits}`);
		return new Connection(connection, this.#answers);
	}
	async releaseConnection(connection: DatabaseConnection) {
		this.#idle.push(connection as Connection);
	}
	async beginTransaction(): Promise<void> {
		throw new Error('The facts are written by their one writer, never through questions.');
	}
	async commitTransaction() {}
	async rollbackTransaction() {}
	async destroy() {
		for (const connection of this.#idle) connection.raw.closeSync();
	}
}

class Connection implements DatabaseConnection {
	readonly raw: DuckDBConnection;
	readonly #answers: Answers;
	constructor(raw: DuckDBConnection, answers: Answers) {
		this.raw = raw;
		this.#answers = answers;
	}
	/** Questions only read: whoever gets rows gets their own copies of them from CamelCasePlugin. */
	async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const rows = await this.#answers.answer(JSON.stringify([sql, parameters]), async () => {
			const reader = await this.raw.runAndReadAll(sql, parameters as DuckDBValue[]);
			return reader.getRowObjectsJS().map(withPlainNumbers);
		});
		return { rows: rows as Row[] };
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
