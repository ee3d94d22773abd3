import { changesAfter, latestChange, type Change } from '../storage/change-sequence.ts';
import type { Store } from '../storage/connect.ts';
import { lastIds, type IdRange } from '../storage/facts-source.ts';
import { hasImport, newestImport } from '../storage/imports.ts';
import { readState, resetTables, writeState, type FactsDatabase } from './connect.ts';
import { copyRange } from './copy-range.ts';
import { SyncPace } from './sync-pace.ts';
import { factsVersion } from './tables.ts';

/** Past this many changes a rebuild is cheaper than deleting and appending piece by piece. */
const rebuildAbove = 2_000;

/**
 * Brings the facts up to the store's newest change, in one transaction, and returns that change's number; or the number they are
 * at, where the pace allows it. Facts of another store, another version, or of what a store had before it was restored from
 * a backup are rebuilt.
 */
export async function syncFacts(
	facts: FactsDatabase,
	store: Store,
	storeId: string,
	pace = new SyncPace()
): Promise<number> {
	const state = await readState(facts);
	const newest = await latestChange(store);
	const isOfStore =
		state?.storeId === storeId && state.seq <= newest && (await hasImport(store, state.importMark));
	if (!isOfStore) return rebuildFacts(facts, store, storeId, pace);
	if (state.seq === newest) return newest;
	const changes = await changesAfter(store, state.seq);
	if (await pace.canWait(store, changes)) return state.seq;
	if (changes.filter(isCopied).length > rebuildAbove) return rebuildFacts(facts, store, storeId, pace);
	return inTransaction(facts, async () => {
		for (const entity of ['feedback', 'exposure'] as const) {
			const ranges = mergeRanges(changes.filter((change) => change.entity === entity));
			for (const range of ranges) {
				await deleteRange(facts, entity, range);
				await copyRange(facts.writer, store, entity, range);
			}
		}
		const seq = Math.max(...changes.map((change) => change.seq));
		await writeState(facts, { version: factsVersion, storeId, seq, importMark: await newestImport(store) });
		pace.synced(await lastIds(store));
		return seq;
	});
}

/** Makes the facts anew from the store. */
export async function rebuildFacts(
	facts: FactsDatabase,
	store: Store,
	storeId: string,
	pace = new SyncPace()
): Promise<number> {
	return inTransaction(facts, async () => {
		await resetTables(facts);
		const seq = await latestChange(store);
		const last = await lastIds(store);
		await copyRange(facts.writer, store, 'feedback', { firstId: 1, lastId: last.feedback });
		await copyRange(facts.writer, store, 'exposure', { firstId: 1, lastId: last.exposure });
		await writeState(facts, { version: factsVersion, storeId, seq, importMark: await newestImport(store) });
		pace.synced(last);
		return seq;
	});
}

/** Contacts stay in the store; a change of them only makes old what was counted from them. */
function isCopied({ entity }: Change): boolean {
	return entity !== 'contact';
}

async function inTransaction(facts: FactsDatabase, work: () => Promise<number>): Promise<number> {
	await facts.writer.run('begin');
	try {
		const seq = await work();
		await facts.writer.run('commit');
		facts.answers.forget();
		facts.views.forget();
		facts.counts.forget();
		return seq;
	} catch (error) {
		await facts.writer.run('rollback');
		throw error;
	}
}

function mergeRanges(ranges: readonly IdRange[]): readonly IdRange[] {
	const merged: { firstId: number; lastId: number }[] = [];
	for (const { firstId, lastId } of [...ranges].sort((a, b) => a.firstId - b.firstId)) {
		const last = merged.at(-1);
		if (last && firstId <= last.lastId + 1) last.lastId = Math.max(last.lastId, lastId);
		else merged.push({ firstId, lastId });
	}
	return merged;
}

async function deleteRange(
	{ writer }: FactsDatabase,
	entity: 'feedback' | 'exposure',
	{ firstId, lastId }: IdRange
): Promise<void> {
	await writer.run(`delete from ${entity} where id between $1 and $2`, [firstId, lastId]);
	if (entity === 'exposure') return;
	await writer.run('delete from tag where feedback_id between $1 and $2', [firstId, lastId]);
}
