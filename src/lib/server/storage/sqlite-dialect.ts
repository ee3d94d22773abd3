import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, SqliteDatabase, SqliteDialectConfig, SqliteStatement } from 'kysely';

/** SQLite's DDL is transactional, which Kysely's adapter does not use: a migration must be done whole or not at all. */
class TransactionalDdlAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/**
 * A transaction takes the write lock when it begins. One that reads first and writes later fails at once, without
 * the busy timeout, when another process wrote between (https://sqlite.org/rescode.html#busy_snapshot).
 */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

const mostStatements = 200;
/** A longer one is of a batch of its own size, and holds megabytes. */
const longestKept = 20_000;

/**
 * Keeps statements prepared: an import says the same ones over and over. SQLite prepares a kept one again by itself when
 * the schema has changed. For use without Kysely's streams, in which a statement is open while others are run.
 */
export function keepStatements(database: SqliteDatabase): SqliteDatabase {
	const kept = new Map<string, SqliteStatement>();
	return {
		close: () => database.close(),
		prepare: (sql) => {
			const known = kept.get(sql);
			const statement = known ?? database.prepare(sql);
			if (known) kept.delete(sql);
			if (sql.length <= longestKept) kept.set(sql, statement);
			const oldest = kept.size > mostStatements ? kept.keys().next().value : undefined;
			if (oldest !== undefined) kept.delete(oldest);
			return statement;
		}
	};
}

/** Kysely's dialect for better-sqlite3, safe against a kill in a migration and against a second process. */
export class EarshotSqliteDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;
	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}
	override createAdapter(): SqliteAdapter {
		return new TransactionalDdlAdapter();
	}
	override createDriver(): SqliteDriver {
		return new ImmediateDriver(this.#config);
	}
}
