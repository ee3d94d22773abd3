import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, PostgresDialect, type Dialect, type LogConfig } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';
import { EarshotSqliteDialect, keepStatements } from './sqlite-dialect.ts';

export interface Store {
	readonly db: Kysely<Schema>;
	readonly engine: 'sqlite' | 'postgres';
	close(): Promise<void>;
}

export interface StoreOptions {
	/** `postgres://…`, or a path of a SQLite file, or `:memory:`. */
	readonly location: string;
	readonly log?: LogConfig;
}

const int8 = 20;
const cacheKilobytes = 64_000;
/** 16 MB: at SQLite's 4 MB, an import copies the same pages of its indexes again and again. */
const pagesToCheckpoint = 4000;

/** Opens the store; migrations are run by {@link import('./migrate.ts').migrate}. */
export function openStore({ location, log }: StoreOptions): Store {
	if (/^postgres(ql)?:\/\//.test(location)) {
		pg.types.setTypeParser(int8, Number);
		const pool = new pg.Pool({ connectionString: location, max: 10 });
		return storeOver(new PostgresDialect({ pool }), 'postgres', log);
	}
	if (location !== ':memory:') mkdirSync(dirname(location), { recursive: true });
	const database = new Database(location);
	database.pragma('busy_timeout = 10000');
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.pragma('foreign_keys = ON');
	database.pragma(`wal_autocheckpoint = ${pagesToCheckpoint}`);
	// Of pages: indexes of millions of contacts are written at random places.
	database.pragma(`cache_size = -${cacheKilobytes}`);
	return storeOver(new EarshotSqliteDialect({ database: keepStatements(database) }), 'sqlite', log);
}

/** A store over any dialect Kysely speaks; tests bring PGlite's. */
export function storeOver(dialect: Dialect, engine: Store['engine'], log?: LogConfig): Store {
	const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()], log });
	return { db, engine, close: () => db.destroy() };
}

/** Texts by key, more than memory should hold: on disk, for this process only, and gone when closed. */
export interface Scratch {
	get(key: string): string | undefined;
	put(key: string, text: string): void;
	close(): void;
}

/** A database without a name: SQLite removes it by itself, also after a crash (https://sqlite.org/inmemorydb.html). */
export function openScratch(): Scratch {
	const database = new Database('');
	database.pragma('journal_mode = OFF');
	database.pragma('synchronous = OFF');
	database.pragma(`cache_size = -${cacheKilobytes}`);
	database.exec('create table kept (key text primary key, text text not null) without rowid');
	const get = database.prepare<[string], { text: string }>('select text from kept where key = ?');
	const put = database.prepare('insert or replace into kept (key, text) values (?, ?)');
	database.exec('begin');
	return {
		get: (key) => get.get(key)?.text,
		put: (key, text) => void put.run(key, text),
		close: () => void database.close()
	};
}
