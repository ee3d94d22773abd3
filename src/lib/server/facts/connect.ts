import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { CamelCasePlugin, Kysely, type LogConfig } from 'kysely';
import { EarshotError } from '#core/domain/errors.ts';
import type { QuestionSchema, ThemePlace } from '../storage/question-schema.ts';
import { AnswerCache, cacheOfRows } from './answer-cache.ts';
import { duckDialect } from './duck-dialect.ts';
import { createTablesSql, factsVersion } from './tables.ts';

/** State of the copy: which store it is of, and up to which change. */
export interface FactsState {
	readonly version: number;
	readonly storeId: string;
	readonly seq: number;
	/** The store's newest import at that time: a store restored from a backup goes on with others. */
	readonly importMark: string;
}

export interface FactsDatabase {
	readonly db: Kysely<QuestionSchema>;
	/** The same for counting different ids: see {@link denseBits}. */
	readonly dense: Kysely<QuestionSchema>;
	/** The one connection that writes. */
	readonly writer: DuckDBConnection;
	readonly path: string;
	/** What both have answered since the last change. */
	readonly answers: ReturnType<typeof cacheOfRows>;
	/** Whole views made of such answers. */
	readonly views: AnswerCache<unknown>;
	/** Small results out of the store that only change when the facts do. */
	readonly counts: AnswerCache<unknown>;
	close(): Promise<void>;
}

/** Groups of up to 2 to the power of this many possible keys are counted in a table with a place for each. */
const groupBits = 20;
/** Where nothing is held but whether an id occurs: 16 million of them. */
const denseBits = 24;

/** Some hundred KiB each. */
const mostViews = 100;
/** A few KiB each. */
const mostCounts = 1000;

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
	const { instance, writer } = await openInstance(options).catch((error: unknown) => {
		const message = error instanceof Error ? error.message : String(error);
		if (/could not set lock/i.test(message))
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
	const answers = cacheOfRows();
	const connect = (bits: number) =>
		new Kysely<QuestionSchema>({
			dialect: duckDialect(instance, answers, bits),
			plugins: [new CamelCasePlugin()],
			log: options.log
		});
	const [db, dense] = [connect(groupBits), connect(denseBits)];
	return {
		db,
		dense,
		writer,
		path,
		answers,
		views: new AnswerCache(mostViews),
		counts: new AnswerCache(mostCounts),
		close: async () => {
			writer.closeSync();
			await Promise.all([db.destroy(), dense.destroy()]);
			instance.closeSync();
		}
	};
}

/** Reads every column of the state too: some damage shows only then, and an older state lacks columns. */
async function openInstance({ path, threads }: FactsOptions) {
	const instance = await DuckDBInstance.create(path, threads ? { threads: String(threads) } : {});
	const writer = await instance.connect();
	try {
		await writer.run(
			'create table if not exists facts_state (version integer, store_id varchar, seq bigint, import_mark varchar)'
		);
		await readStateRow(writer);
		return { instance, writer };
	} catch (error) {
		writer.closeSync();
		instance.closeSync();
		throw error;
	}
}

function discard(path: string): void {
	for (const file of [path, `${path}.wal`]) rmSync(file, { force: true });
}

/** Null when the facts are empty, unfinished or of another version. */
export async function readState({ writer }: FactsDatabase): Promise<FactsState | null> {
	const row = await readStateRow(writer);
	if (!row || Number(row.version) !== factsVersion) return null;
	return {
		version: factsVersion,
		storeId: String(row.store_id),
		seq: Number(row.seq),
		importMark: String(row.import_mark)
	};
}

async function readStateRow(writer: DuckDBConnection) {
	const reader = await writer.runAndReadAll('select version, store_id, seq, import_mark from facts_state');
	return reader.getRowObjectsJS()[0];
}

export async function writeState({ writer }: FactsDatabase, state: FactsState): Promise<void> {
	await writer.run('delete from facts_state');
	const { version, storeId, seq, importMark } = state;
	await writer.run('insert into facts_state values ($1, $2, $3, $4)', [version, storeId, seq, importMark]);
}

/** Empty tables of today's version. */
export async function resetTables({ writer }: FactsDatabase): Promise<void> {
	await writer.run('delete from facts_state');
	for (const statement of createTablesSql()) await writer.run(statement);
}

/** The place of each theme in the bits of a feedback. */
export async function readThemePlaces({ writer }: FactsDatabase): Promise<readonly ThemePlace[]> {
	const reader = await writer.runAndReadAll('select taxonomy, theme, bit from theme_place order by all');
	return reader.getRowObjectsJS() as unknown as readonly ThemePlace[];
}
