import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, SqliteDialectConfig } from 'kysely';

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
