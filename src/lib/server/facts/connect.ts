import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { CamelCasePlugin, Kysely, type LogConfig } from 'kysely';
import { EarshotError } from '#core/domain/errors.ts';
import type { QuestionSchema } from '../storage/question-schema.ts';
import { duckDialect } from './duck-dialect.ts';
import { createTableSql, factTables, factsVersion, type FactTable } from './tables.ts';

/** State of the copy: which store it is of, and up to which change. */
export interface FactsState {
	readonly version: number;
	readonly storeId: string;
	readonly seq: number;
}

export interface FactsDatabase {
	readonly db: Kysely<QuestionSchema>;
	/** The one connection that writes. */
	readonly writer: DuckDBConnection;
	readonly path: string;
	close(): Promise<void>;
}

export interface FactsOptions {
	/** Path of the facts file, or `:memory:`. */
	readonly path: string;
	readonly threads?: number;
	readonly log?: LogConfig;
	/** Told when a damaged facts file had to be thrown away. */
	readonly onDiscard?: (reason: string) => void;
}

/**
 * Opens the facts, or makes empty ones. Facts hold nothing of their own, so a damaged file is deleted and made
 * again. Throws `facts-in-use` when another process has them open (DuckDB allows one).
 */
export async function openFactsDatabase(options: FactsOptions): Promise<FactsDatabase> {
	const { path, onDiscard } = options;
	if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
	const instance = await openInstance(options).catch((error: unknown) => {
		const message = error instanceof Error ? error.message : String(error);
		if (/lock/i.test(message))
			throw new EarshotError(
				'facts-in-use',
				`The facts file ${path} is open in another Earshot process. Stop that one first, or use another data folder with EARSHOT_DATA.`,
				{ cause: error }
			);
		if (!existsSync(path)) throw error;
		onDiscard?.(message);
		discard(path);
		return openInstance(options);
	});
	const writer = await instance.connect();
	await writer.run('create table if not exists facts_state (version integer, store_id varchar, seq bigint)');
	const db = new Kysely<QuestionSchema>({
		dialect: duckDialect(instance),
		plugins: [new CamelCasePlugin()],
		log: options.log
	});
	return {
		db,
		writer,
		path,
		close: async () => {
			writer.closeSync();
			await db.destroy();
		}
	};
}

async function openInstance({ path, threads }: FactsOptions): Promise<DuckDBInstance> {
	return DuckDBInstance.create(path, threads ? { threads: String(threads) } : {});
}

function discard(path: string): void {
	for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}

/** Null when the facts are empty, unfinished or of another version. */
export async function readState({ writer }: FactsDatabase): Promise<FactsState | null> {
	const reader = await writer.runAndReadAll('select version, store_id, seq from facts_state');
	const row = reader.getRowObjectsJS()[0];
	if (!row || Number(row.version) !== factsVersion) return null;
	return { version: factsVersion, storeId: String(row.store_id), seq: Number(row.seq) };
}

export async function writeState({ writer }: FactsDatabase, state: FactsState): Promise<void> {
	await writer.run('delete from facts_state');
	await writer.run('insert into facts_state values ($1, $2, $3)', [state.version, state.storeId, state.seq]);
}

/** Empty tables of today's version. */
export async function resetTables({ writer }: FactsDatabase): Promise<void> {
	await writer.run('delete from facts_state');
	for (const table of Object.keys(factTables) as FactTable[]) {
		await writer.run(`drop table if exists ${table}`);
		await writer.run(createTableSql(table));
	}
}
