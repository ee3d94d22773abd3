import type { Selectable, Transaction } from 'kysely';
import type { FlowState, FlowStep } from '#core/domain/report-flow.ts';
import type { Store } from './connect.ts';
import type { ReportEventTable, ReportVersionTable } from './report-schema.ts';
import type { Schema } from './schema.ts';

export type ReportVersion = Selectable<ReportVersionTable>;
export type ReportEvent = Selectable<ReportEventTable>;
export type ReportComment = Schema['reportComment'];

/** Whose month: versions of the same key follow each other. */
export type ReportKey = Pick<ReportVersion, 'month' | 'origin' | 'scope'>;
type Db = Pick<Store, 'db'>;

/** Newest first. */
export async function listVersions(
	{ db }: Db,
	{ month, origin, scope }: ReportKey
): Promise<readonly ReportVersion[]> {
	return db
		.selectFrom('reportVersion')
		.selectAll()
		.where('month', '=', month)
		.where('origin', '=', origin)
		.where('scope', '=', scope)
		.orderBy('version', 'desc')
		.execute();
}

/** Of every month, newest month and version first. */
export async function listAllVersions(
	{ db }: Db,
	{ origin, scope }: Omit<ReportKey, 'month'>
): Promise<readonly ReportVersion[]> {
	return db
		.selectFrom('reportVersion')
		.selectAll()
		.where('origin', '=', origin)
		.where('scope', '=', scope)
		.orderBy('month', 'desc')
		.orderBy('version', 'desc')
		.execute();
}

export interface EventInput extends Pick<ReportEvent, 'at' | 'actorId' | 'actorName' | 'note'> {
	readonly step: FlowStep;
}

/** The next version of a key, with the event that began it. Somebody who was quicker makes this fail: the key is unique. */
export async function insertVersion(
	trx: Transaction<Schema>,
	version: Pick<ReportVersion, 'month' | 'origin' | 'scope' | 'version' | 'reason' | 'lockedAt'>,
	event: EventInput
): Promise<number> {
	const { id } = await trx
		.insertInto('reportVersion')
		.values({ ...version, state: 'locked' })
		.returning('id')
		.executeTakeFirstOrThrow();
	await trx
		.insertInto('reportEvent')
		.values({ ...event, versionId: id, fromState: 'collecting', toState: 'locked' })
		.execute();
	return id;
}

/** Moves a version on and writes down who did it. False: it is no longer in the state that was looked at. */
export async function moveVersion(
	trx: Transaction<Schema>,
	{ id, state }: Pick<ReportVersion, 'id' | 'state'>,
	to: FlowState,
	{
		event,
		set = {}
	}: {
		readonly event: EventInput;
		readonly set?: Partial<
			Pick<ReportVersion, 'lockedAt' | 'computedAt' | 'signedAt' | 'complaints' | 'manifestHash'>
		>;
	}
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable('reportVersion')
		.set({ ...set, state: to })
		.where('id', '=', id)
		.where('state', '=', state)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) return false;
	await trx
		.insertInto('reportEvent')
		.values({ ...event, versionId: id, fromState: state, toState: to })
		.execute();
	return true;
}

/** In the order of time. */
export async function listEvents({ db }: Db, versionId: number): Promise<readonly ReportEvent[]> {
	return db.selectFrom('reportEvent').selectAll().where('versionId', '=', versionId).orderBy('id').execute();
}

export async function listComments({ db }: Db, versionId: number): Promise<readonly ReportComment[]> {
	return db
		.selectFrom('reportComment')
		.selectAll()
		.where('versionId', '=', versionId)
		.orderBy('kpi')
		.execute();
}

/** One a figure: the newest holds. */
export async function putComment({ db }: Db, comment: ReportComment): Promise<void> {
	const { text, authorId, authorName, writtenAt } = comment;
	await db
		.insertInto('reportComment')
		.values(comment)
		.onConflict((conflict) =>
			conflict.columns(['versionId', 'kpi']).doUpdateSet({ text, authorId, authorName, writtenAt })
		)
		.execute();
}
