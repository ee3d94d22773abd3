import type { Scope } from '#core/domain/actor.ts';
import type { Store } from '../storage/connect.ts';
import type { Source, ThemePlace } from '../storage/question-schema.ts';
import { openFactsDatabase, readThemePlaces, type FactsDatabase, type FactsOptions } from './connect.ts';
import { SyncPace } from './sync-pace.ts';
import { rebuildFacts, syncFacts } from './sync.ts';
import { compareFacts, type FactsComparison } from './verify.ts';

/** The facts of one store. Opened at the first question, so that a process that asks none never locks the file. */
export interface Facts {
	/**
	 * A source that holds every change committed before the call, but for rows that an import under way has just added: see
	 * {@link SyncPace}. `version` names that state, for caches.
	 */
	upToDate(scope: Scope | null): Promise<Source & { readonly version: number }>;
	rebuild(): Promise<number>;
	verify(): Promise<FactsComparison>;
	close(): Promise<void>;
}

export function factsOf(store: Store, storeId: string, options: FactsOptions): Facts {
	let opened: Promise<FactsDatabase> | null = null;
	let queue: Promise<unknown> = Promise.resolve();
	const pace = new SyncPace();
	let bits: { version: number; themePlaces: readonly ThemePlace[] } | null = null;

	const open = async () => {
		opened ??= openFactsDatabase(options).catch((error: unknown) => {
			opened = null;
			throw error;
		});
		return opened;
	};
	/** One writer at a time; a failure is the caller's, and does not stop the next. */
	const inTurn = async <Result>(work: (facts: FactsDatabase) => Promise<Result>): Promise<Result> => {
		const turn = queue.then(async () => work(await open()));
		queue = turn.catch(() => undefined);
		return turn;
	};

	return {
		upToDate: async (scope) => {
			return inTurn(async (facts) => {
				const version = await syncFacts(facts, store, storeId, pace);
				if (bits?.version !== version) bits = { version, themePlaces: await readThemePlaces(facts) };
				const { db, dense, views, counts } = facts;
				return { db, dense, views, counts, scope, engine: 'facts', ...bits };
			});
		},
		rebuild: () =>
			inTurn((facts) => {
				bits = null;
				return rebuildFacts(facts, store, storeId);
			}),
		verify: () =>
			inTurn(async (facts) => {
				await syncFacts(facts, store, storeId);
				return compareFacts(facts, store);
			}),
		close: async () => {
			await queue;
			if (opened) await (await opened).close();
			opened = null;
		}
	};
}
