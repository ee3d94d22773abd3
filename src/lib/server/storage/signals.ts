import type { Insertable, Selectable, Transaction } from 'kysely';
import type { Scope } from '#core/domain/actor.ts';
import type { SignalKind, SignalState } from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';
import type { SignalSchema, SignalTable } from './signal-schema.ts';

export type SignalRow = Selectable<SignalTable>;
export type SignalEventRow = Selectable<SignalSchema['signalEvent']>;

/** The newest episode of each of these causes. */
export async function latestOfCauses(
	trx: Transaction<Schema>,
	origin: Origin,
	causeKeys: readonly string[]
): Promise<ReadonlyMap<string, SignalRow>> {
	const latest = new Map<string, SignalRow>();
	for (let from = 0; from < causeKeys.length; from += 500) {
		const rows = await trx
			.selectFrom('signal')
			.selectAll()
			.where('origin', '=', origin)
			.where('causeKey', 'in', causeKeys.slice(from, from + 500))
			.orderBy('episode')
			.execute();
		for (const row of rows) latest.set(row.causeKey, row);
	}
	return latest;
}

export async function insertSignal(
	trx: Transaction<Schema>,
	row: Omit<Insertable<SignalTable>, 'id'>
): Promise<number> {
	const { id } = await trx.insertInto('signal').values(row).returning('id').executeTakeFirstOrThrow();
	return Number(id);
}

export async function updateSignal(
	trx: Transaction<Schema>,
	id: number,
	patch: Partial<Omit<SignalRow, 'id'>>
): Promise<void> {
	await trx.updateTable('signal').set(patch).where('id', '=', id).execute();
}

/** False: it was in another state by now, and nothing was changed. */
export async function moveSignal(
	trx: Transaction<Schema>,
	id: number,
	seen: SignalState,
	patch: Pick<SignalRow, 'state' | 'reason'>
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('signal')
		.set(patch)
		.where('id', '=', id)
		.where('state', '=', seen)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function addSignalEvent(
	trx: Transaction<Schema>,
	event: Omit<Insertable<SignalSchema['signalEvent']>, 'id'>
): Promise<void> {
	await trx.insertInto('signalEvent').values(event).execute();
}

export async function eventsOfSignal(
	{ db }: Pick<Store, 'db'>,
	id: number
): Promise<readonly SignalEventRow[]> {
	return db.selectFrom('signalEvent').selectAll().where('signalId', '=', id).orderBy('id').execute();
}

export interface SignalListing {
	readonly origin: Origin | 'all';
	readonly states: readonly SignalState[];
	readonly kinds: readonly SignalKind[];
	/** Unit and id, as `team:wuhan-1`; the whole is `whole:`. */
	readonly units: readonly string[];
	readonly limit: number;
	readonly after?: number;
}

function listed({ db }: Pick<Store, 'db'>, scope: Scope | null, origin: Origin | 'all') {
	return db
		.selectFrom('signal')
		.$if(origin !== 'all', (query) => query.where('origin', '=', origin as Origin))
		.$if(scope !== null, (query) =>
			query.where(({ eb, or }) =>
				or([
					...(scope?.agencyIds.length ? [eb('agencyId', 'in', scope.agencyIds)] : []),
					...(scope?.teamIds.length ? [eb('teamId', 'in', scope.teamIds)] : [])
				])
			)
		);
}

/** New ones first, then acknowledged, then closed; in each the newest first. Of a scope only what lies within it. */
export async function listSignalRows(
	store: Pick<Store, 'db'>,
	scope: Scope | null,
	{ origin, states, kinds, units, limit }: SignalListing
): Promise<readonly SignalRow[]> {
	return listed(store, scope, origin)
		.selectAll()
		.$if(states.length > 0, (query) => query.where('state', 'in', states))
		.$if(kinds.length > 0, (query) => query.where('kind', 'in', kinds))
		.$if(units.length > 0, (query) =>
			query.where(({ eb, or, and }) =>
				or(
					units.map((text) => {
						const [unit = '', ...id] = text.split(':');
						return and([eb('unit', '=', unit as SignalRow['unit']), eb('unitId', '=', id.join(':'))]);
					})
				)
			)
		)
		.orderBy(({ eb }) =>
			eb.case().when('state', '=', 'new').then(0).when('state', '=', 'acknowledged').then(1).else(2).end()
		)
		.orderBy('periodTo', 'desc')
		.orderBy('firstSeenAt', 'desc')
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}

export interface SignalCount {
	readonly state: SignalState;
	readonly kind: SignalKind;
	readonly unit: SignalRow['unit'];
	readonly unitId: string;
	readonly count: number;
}

/** How many there are of each kind, state and unit: what the inbox can be narrowed to. */
export async function countSignalRows(
	store: Pick<Store, 'db'>,
	scope: Scope | null,
	origin: Origin | 'all'
): Promise<readonly SignalCount[]> {
	const rows = await listed(store, scope, origin)
		.select(({ fn }) => ['state', 'kind', 'unit', 'unitId', fn.countAll<number>().as('count')])
		.groupBy(['state', 'kind', 'unit', 'unitId'])
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function getSignalRow(
	store: Pick<Store, 'db'>,
	scope: Scope | null,
	id: number
): Promise<SignalRow | undefined> {
	return listed(store, scope, 'all').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Other signals about the same unit and theme, newest first. */
export async function relatedSignals(
	store: Pick<Store, 'db'>,
	scope: Scope | null,
	{ id, origin, unit, unitId, theme }: SignalRow
): Promise<readonly SignalRow[]> {
	if (theme === null) return [];
	return listed(store, scope, origin)
		.selectAll()
		.where('id', '!=', id)
		.where('unit', '=', unit)
		.where('unitId', '=', unitId)
		.where('theme', '=', theme)
		.orderBy('id', 'desc')
		.limit(10)
		.execute();
}

/** Removes the signals of simulated data together with what was done about them. */
export async function deleteSimulatedSignals(trx: Transaction<Schema>): Promise<void> {
	const ids = trx.selectFrom('signal').select('id').where('origin', '=', 'simulated');
	await trx.deleteFrom('signalEvent').where('signalId', 'in', ids).execute();
	for (const table of ['signal', 'signalBaseline', 'signalScan'] as const)
		await trx.deleteFrom(table).where('origin', '=', 'simulated').execute();
}
