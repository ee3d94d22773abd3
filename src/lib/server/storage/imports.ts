import type { Insertable, Selectable, Transaction } from 'kysely';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Store } from './connect.ts';
import type { ImportTable, Schema } from './schema.ts';

export type ImportRow = Selectable<ImportTable>;

export async function startImport(
	{ db }: Pick<Store, 'db'>,
	start: Pick<
		Insertable<ImportTable>,
		'importer' | 'fileName' | 'fileHash' | 'actorId' | 'origin' | 'startedAt'
	>
): Promise<number> {
	const { id } = await db
		.insertInto('import')
		.values({
			...start,
			status: 'running',
			finishedAt: null,
			failure: null,
			readCount: 0,
			storedCount: 0,
			updatedCount: 0,
			unchangedCount: 0,
			issueCount: 0
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** In the same transaction as the rows it counts: after a crash the counts are those of what is stored. */
export async function countImport(trx: Transaction<Schema>, id: number, counts: ImportCounts): Promise<void> {
	await trx
		.updateTable('import')
		.set({
			readCount: counts.read,
			storedCount: counts.stored,
			updatedCount: counts.updated,
			unchangedCount: counts.unchanged,
			issueCount: counts.issues
		})
		.where('id', '=', id)
		.execute();
}

export async function addIssues(
	trx: Transaction<Schema>,
	importId: number,
	issues: readonly RowIssue[]
): Promise<void> {
	if (issues.length === 0) return;
	await trx
		.insertInto('importIssue')
		.values(
			issues.map(({ line, column, code, message, value }) => ({
				importId,
				line,
				columnName: column,
				code,
				message,
				value
			}))
		)
		.execute();
}

export async function finishImport(
	{ db }: Pick<Store, 'db'>,
	id: number,
	end: Pick<ImportRow, 'status' | 'finishedAt' | 'failure'>
): Promise<void> {
	await db.updateTable('import').set(end).where('id', '=', id).execute();
}

/** Newest first. */
export async function listImports({ db }: Pick<Store, 'db'>, limit: number): Promise<readonly ImportRow[]> {
	return db.selectFrom('import').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

export async function getImport({ db }: Pick<Store, 'db'>, id: number): Promise<ImportRow | undefined> {
	return db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
}

/** By line. */
export async function listIssues(
	{ db }: Pick<Store, 'db'>,
	importId: number,
	limit: number
): Promise<readonly RowIssue[]> {
	const rows = await db
		.selectFrom('importIssue')
		.selectAll()
		.where('importId', '=', importId)
		.orderBy('line')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(({ line, columnName, code, message, value }) => ({
		line,
		column: columnName,
		code: code as RowIssue['code'],
		message,
		value
	}));
}
