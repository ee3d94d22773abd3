import { sql, type Transaction } from 'kysely';
import type { Store } from './connect.ts';
import type { ChangedEntity, Schema } from './schema.ts';

/** One key for all writers: sequence numbers then become visible in the order they were given out. */
const writersLock = 0x65_61_72;

export interface Change {
	readonly seq: number;
	readonly entity: ChangedEntity;
	/** Both included; ids in between that no longer exist were deleted. */
	readonly firstId: number;
	readonly lastId: number;
}

/**
 * Runs a write that the facts must learn of. SQLite has one writer by itself; on PostgreSQL an advisory lock makes
 * writers queue, or a reader could see change 8 before change 7 is committed and never come back for 7.
 */
export async function inWrite<Result>(
	store: Store,
	work: (trx: Transaction<Schema>) => Promise<Result>
): Promise<Result> {
	return store.db.transaction().execute(async (trx) => {
		if (store.engine === 'postgres')
			await sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.execute(trx);
		return work(trx);
	});
}

export async function appendChange(
	trx: Transaction<Schema>,
	entity: ChangedEntity,
	ids: readonly number[]
): Promise<void> {
	const ranges = toRanges(ids);
	if (ranges.length === 0) return;
	await trx
		.insertInto('change')
		.values(ranges.map(([firstId, lastId]) => ({ entity, firstId, lastId })))
		.execute();
}

/** As {@link appendChange}, for all ids from one to another, both included. */
export async function appendRange(
	trx: Transaction<Schema>,
	entity: ChangedEntity,
	firstId: number,
	lastId: number
): Promise<void> {
	await trx.insertInto('change').values({ entity, firstId, lastId }).execute();
}

/** The newest sequence number; 0 in an empty store. */
export async function latestChange({ db }: Pick<Store, 'db'>): Promise<number> {
	const row = await db
		.selectFrom('change')
		.select(({ fn }) => fn.max('seq').as('seq'))
		.executeTakeFirst();
	return Number(row?.seq ?? 0);
}

export async function changesAfter({ db }: Store, seq: number): Promise<readonly Change[]> {
	return db.selectFrom('change').selectAll().where('seq', '>', seq).orderBy('seq').execute();
}

/** Runs of consecutive ids, so that a batch of 500 new rows is one change. */
function toRanges(ids: readonly number[]): readonly (readonly [number, number])[] {
	const ranges: [number, number][] = [];
	for (const id of [...ids].sort((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && id <= last[1] + 1) last[1] = Math.max(last[1], id);
		else ranges.push([id, id]);
	}
	return ranges;
}
