import type { Transaction } from 'kysely';
import type { ImportStatus } from '#core/domain/import.ts';
import type { Store } from './connect.ts';
import type { ImportRow } from './imports.ts';
import type { Schema } from './schema.ts';

interface Claim {
	/** Which process takes it. */
	readonly worker: string;
	/** Instant. */
	readonly at: string;
	/** What the import was when it was looked at: another process may have taken it since. */
	readonly seen: Pick<ImportRow, 'status' | 'worker'>;
	readonly status?: ImportStatus;
}

/** Takes an import for a process. False: another one was quicker. */
export async function claimImport(
	{ db }: Pick<Store, 'db'>,
	id: number,
	{ worker, at, seen, status = 'running' }: Claim
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('import')
		.set({
			status,
			worker,
			progressAt: at,
			cancelRequested: 0,
			failure: null,
			// One that is rolled back did end, then.
			...(status === 'running' ? { finishedAt: null } : {})
		})
		.where('id', '=', id)
		.where('status', '=', seen.status)
		.where('worker', seen.worker === null ? 'is' : '=', seen.worker)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Imports that somebody has to do, oldest first: waiting for a worker, or left under way by one. */
export async function unfinishedImports({ db }: Pick<Store, 'db'>): Promise<readonly ImportRow[]> {
	return db
		.selectFrom('import')
		.selectAll()
		.where('status', 'in', ['waiting', 'running', 'rolling_back'])
		.where('origin', '=', 'imported')
		.orderBy('id')
		.execute();
}

/** The newest import of a file's very content that has not ended well, by one importer. */
export async function unfinishedImportOf(
	{ db }: Pick<Store, 'db'>,
	{ fileHash, importer, options }: Pick<ImportRow, 'fileHash' | 'importer' | 'options'>
): Promise<ImportRow | undefined> {
	return db
		.selectFrom('import')
		.selectAll()
		.where('fileHash', '=', fileHash)
		.where('importer', '=', importer)
		.where('options', '=', options)
		.where('status', '=', 'running')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The newest import of a file in its place, by one importer, that ended before the file did. */
export async function brokenOffImportOf(
	{ db }: Pick<Store, 'db'>,
	{ fileHash, filePath, importer, options }: Pick<ImportRow, 'fileHash' | 'filePath' | 'importer' | 'options'>
): Promise<ImportRow | undefined> {
	return db
		.selectFrom('import')
		.selectAll()
		.where('fileHash', '=', fileHash)
		.where('filePath', '=', filePath)
		.where('importer', '=', importer)
		.where('options', '=', options)
		.where('status', 'in', ['cancelled', 'failed'])
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** The running import sees it with its next batch. */
export async function requestCancel({ db }: Pick<Store, 'db'>, id: number): Promise<void> {
	await db.updateTable('import').set({ cancelRequested: 1 }).where('id', '=', id).execute();
}

/** What a worker that is at an import has to know before it writes more of it. */
export interface Hold {
	/** Nobody has taken it over, ended it, or rolled it back since. */
	readonly isHeld: boolean;
	readonly isCancelRequested: boolean;
}

/** Asked in the transaction that writes. `read`: as many rows as the worker has counted so far. */
export async function holdOf(
	trx: Transaction<Schema>,
	id: number,
	{ worker, read }: { readonly worker: string; readonly read: number }
): Promise<Hold> {
	const row = await trx
		.selectFrom('import')
		.select(['cancelRequested', 'status', 'worker', 'readCount'])
		.where('id', '=', id)
		.executeTakeFirst();
	return {
		isHeld: row?.status === 'running' && row.worker === worker && row.readCount === read,
		isCancelRequested: row?.cancelRequested === 1
	};
}

/** Writes the end of an import down that a worker is at. False: it no longer is. */
export async function finishHeld(
	{ db }: Pick<Store, 'db'>,
	id: number,
	worker: string,
	end: Pick<ImportRow, 'status' | 'finishedAt' | 'failure'>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('import')
		.set(end)
		.where('id', '=', id)
		.where('status', '=', 'running')
		.where('worker', '=', worker)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Ends an import that no worker has taken yet. False: one has, or it has ended. */
export async function cancelWaiting(
	{ db }: Pick<Store, 'db'>,
	id: number,
	finishedAt: string
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('import')
		.set({ status: 'cancelled', finishedAt, failure: null })
		.where('id', '=', id)
		.where('status', '=', 'waiting')
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function markRolledBack(
	trx: Transaction<Schema>,
	id: number,
	{ at, actorId }: { readonly at: string; readonly actorId: string }
): Promise<void> {
	await trx
		.updateTable('import')
		.set({ status: 'rolled_back', rolledBackAt: at, rolledBackBy: actorId })
		.where('id', '=', id)
		.execute();
}

/** Back among those that wait for a worker. False: it is no longer what it was when it was looked at. */
export async function putBackInQueue(
	{ db }: Pick<Store, 'db'>,
	id: number,
	{ status }: Pick<ImportRow, 'status'>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('import')
		.set({ status: 'waiting', worker: null, cancelRequested: 0, finishedAt: null, failure: null })
		.where('id', '=', id)
		.where('status', '=', status)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Asks a worker to roll an import back in a person's name. False: it is no longer what it was when it was looked at. */
export async function askRollBack(
	{ db }: Pick<Store, 'db'>,
	id: number,
	{ seen, actorId }: { readonly seen: Pick<ImportRow, 'status'>; readonly actorId: string }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('import')
		.set({ status: 'rolling_back', rolledBackBy: actorId, worker: null })
		.where('id', '=', id)
		.where('status', '=', seen.status)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Files that an import under way, or one that can be continued, still needs. */
export async function filesInUse({ db }: Pick<Store, 'db'>): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('import')
		.select('filePath')
		.where('status', 'in', ['waiting', 'running', 'failed', 'cancelled'])
		.where('filePath', 'is not', null)
		.execute();
	return rows.flatMap(({ filePath }) => filePath ?? []);
}

/** The import that is to read, or is reading, the file at this path. */
export async function underWayWith({ db }: Pick<Store, 'db'>, filePath: string): Promise<number | undefined> {
	const row = await db
		.selectFrom('import')
		.select('id')
		.where('filePath', '=', filePath)
		.where('status', 'in', ['waiting', 'running'])
		.executeTakeFirst();
	return row?.id;
}
