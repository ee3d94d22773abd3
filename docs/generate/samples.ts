import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, type LogEvent } from 'kysely';
import type { Packs } from '#core/domain/theme-pack.ts';
import { loadPacks } from '#server/app/load-packs.ts';
import { openFactsDatabase, readThemePlaces } from '#server/facts/connect.ts';
import { rebuildFacts } from '#server/facts/sync.ts';
import { openStore, storeOver, type Store } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';
import { storeAsSource, type Source } from '#server/storage/question-schema.ts';
import { sampleScope, writeSampleRows } from './sample-rows.ts';

/** An executed statement. */
export interface Statement {
	readonly sql: string;
	readonly parameters: readonly unknown[];
}
type Listen = (work: () => Promise<unknown>) => Promise<readonly Statement[]>;

/** A small store in one database. */
export interface SampleStore {
	readonly store: Store;
	/** The store as somebody with a scope may ask it. */
	readonly source: Source;
	/** Runs `work` and returns the statements it executed, in their order. */
	readonly listen: Listen;
}

/** What generated files are made from: the packs, and real databases with a few rows. */
export interface Samples {
	readonly packs: Packs;
	readonly sqlite: SampleStore;
	readonly postgres: SampleStore;
	/** Statements that run at the same time are returned in the order of their text. */
	readonly facts: Pick<SampleStore, 'source' | 'listen'>;
	close(): Promise<void>;
}

export async function openSamples(top: string): Promise<Samples> {
	const sqlite = await fillStore((log) => openStore({ location: ':memory:', log }));
	const pglite = await PGlite.create();
	const postgres = await fillStore((log) => storeOver(new PGliteDialect({ pglite }), 'postgres', log));
	const ears = openEars();
	const facts = await openFactsDatabase({ path: ':memory:', log: ears.log });
	await rebuildFacts(facts, sqlite.store, 'sample');
	const themePlaces = await readThemePlaces(facts);
	return {
		packs: await loadPacks(join(top, 'db/packs')),
		sqlite,
		postgres,
		facts: {
			source: { db: facts.db, dense: facts.dense, scope: sampleScope, engine: 'facts', themePlaces },
			listen: async (work) =>
				(await ears.listen(work)).toSorted((one, other) => (one.sql < other.sql ? -1 : 1))
		},
		close: async () => {
			await facts.close();
			await postgres.store.close();
			await sqlite.store.close();
		}
	};
}

async function fillStore(open: (log: (event: LogEvent) => void) => Store): Promise<SampleStore> {
	const { log, listen } = openEars();
	const store = open(log);
	await migrate(store);
	await writeSampleRows(store);
	return { store, source: storeAsSource(store, sampleScope), listen };
}

function openEars(): { readonly log: (event: LogEvent) => void; readonly listen: Listen } {
	let heard: Statement[] = [];
	return {
		log: ({ query }) => {
			heard.push({ sql: query.sql, parameters: query.parameters });
		},
		listen: async (work) => {
			heard = [];
			await work();
			return heard;
		}
	};
}
