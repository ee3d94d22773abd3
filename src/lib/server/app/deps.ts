import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { factsOf, type Facts } from '../facts/facts.ts';
import { openStore, type Store } from '../storage/connect.ts';
import { migrate } from '../storage/migrate.ts';
import { fillSearch } from '../storage/search-index.ts';
import { getSetting, putSetting } from '../storage/settings.ts';
import type { Config } from './config.ts';
import { addFirstPeople } from './first-people.ts';
import type { Log } from './log.ts';
import { openTagger, type TaggingDeps } from './open-tagger.ts';
import { readPseudonymKey } from './pseudonym.ts';

/** What verbs work with; opened once by a process and handed to each verb. */
export interface Deps extends TaggingDeps {
	readonly store: Store;
	readonly facts: Facts;
	readonly pseudonymKey: Buffer;
	/** IANA name: days and periods are the tenant's. */
	readonly timeZone: string;
	readonly dataDir: string;
	readonly now: () => Date;
	readonly log: Log;
}

export interface OpenedDeps extends Deps {
	close(): Promise<void>;
}

/**
 * Opens and migrates the store of a data folder. Tests hand in a store of their own, and rules that are read once. `ownFacts`: a copy in memory, for a
 * process beside the one that has the facts file open.
 */
export async function openDeps(
	config: Config,
	log: Log,
	{
		store = openStore({ location: config.storeLocation }),
		now = () => new Date(),
		ownFacts = false,
		tagging = openTagger(config.packsDir)
	} = {}
): Promise<OpenedDeps> {
	const tags = await tagging;
	await migrate(store);
	await addFirstPeople(store, now());
	const filled = await fillSearch(store);
	if (filled > 0) log.info({ feedback: filled }, 'texts made ready for search');
	const facts = factsOf(store, await storeIdOf(store), {
		path: ownFacts || config.storeLocation === ':memory:' ? ':memory:' : join(config.dataDir, 'facts.duckdb'),
		onDiscard: (reason) => log.warn({ reason }, 'facts file was damaged and is made again')
	});
	return {
		store,
		facts,
		...tags,
		pseudonymKey: await readPseudonymKey(config.dataDir),
		timeZone: (await getSetting(store, 'time_zone')) ?? 'UTC',
		dataDir: config.dataDir,
		now,
		log,
		close: async () => {
			await facts.close();
			await store.close();
		}
	};
}

async function storeIdOf(store: Store): Promise<string> {
	const known = await getSetting(store, 'store_id');
	if (known) return known;
	const id = randomUUID();
	await putSetting(store, 'store_id', id);
	return id;
}
