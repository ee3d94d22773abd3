import type { Insertable, Selectable, Transaction } from 'kysely';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Store } from './connect.ts';
import type { ImportTable, Schema } from './schema.ts';

export type ImportRow = Selectable<ImportTable>;

export type ImportStart = Pick<
	Insertable<ImportTable>,
	'importer' | 'fileName' | 'fileHash' | 'actorId' | 'origin' | 'startedAt'
> &
	Partial<Pick<Insertable<ImportTable>, 'status' | 'filePath' | 'fileSize' | 'rowTotal' | 'options'>>;

/** Running, unless told otherwise. */
export async function startImport({ db }: Pick<Store, 'db'>, start: ImportStart): Promise<number> {
	const { id } = await db
		.insertInto('import')
		.values({
			status: 'running',
			finishedAt: null,
			failure: null,
			readCount: 0,
			storedCount: 0,
			updatedCount: 0,
			unchangedCount: 0,
			issueCount: 0,
			...start
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** In the same transaction as the rows it counts: after a crash the counts are those of what is stored. */
export async function countImport(
	trx: Transaction<Schema>,
	id: number,
	counts: ImportCounts,
	progressAt: string | null = null
): Promise<void> {
	await trx
		.updateTable('import')
		.set({
			progressAt,
			readCount: counts.read,
			storedCount: counts.stored,
			updatedCount: counts.updated,
			unchangedCount: counts.unchanged,
			issueCount: counts.issues
		})
		.where('id', '=', id)
		.execute();
}

/** Databases allow some 32,000 parameters a statement, and a row may have several issues. */
const issuesPerStatement = 1000;

export async function addIssues(
	trx: Transaction<Schema>,
	importId: number,
	issues: readonly RowIssue[]
): Promise<void> {
	const rows = issues.map(({ column, ...issue }) => ({ ...issue, importId, columnName: column }));
	for (let at = 0; at < rows.length; at += issuesPerStatement)
		await trx
			.insertInto('importIssue')
			.values(rows.slice(at, at + issuesPerStatement))
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

/** When the newest import that was not broken off ended; null before the first. */
export async function lastImportAt({ db }: Pick<Store, 'db'>): Promise<string | null> {
	const row = await db
		.selectFrom('import')
		.select(({ fn }) => fn.max('finishedAt').as('at'))
		.where('status', '=', 'done')
		.executeTakeFirst();
	return row?.at ?? null;
}

export async function hasRunningImport({ db }: Pick<Store, 'db'>): Promise<boolean> {
	const row = await db
		.selectFrom('import')
		.select('id')
		.where('status', '=', 'running')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export async function getImport({ db }: Pick<Store, 'db'>, id: number): Promise<ImportRow | undefined> {
	return db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Other imports of the same content or of a file of the same name, newest first; `isSameContent` tells which. */
export async function listRelated(
	{ db }: Pick<Store, 'db'>,
	{ id, fileHash, fileName, origin }: ImportRow,
	limit: number
): Promise<readonly (ImportRow & { readonly isSameContent: boolean })[]> {
	const rows = await db
		.selectFrom('import')
		.selectAll()
		.where('id', '!=', id)
		.where('origin', '=', origin)
		.where(({ eb, or }) => or([eb('fileHash', '=', fileHash), eb('fileName', '=', fileName)]))
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...row, isSameContent: row.fileHash === fileHash }));
}

/** For each of the hashes, the first import of such content. */
export async function firstImportsOf(
	{ db }: Pick<Store, 'db'>,
	hashes: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	if (hashes.length === 0) return new Map();
	const rows = await db
		.selectFrom('import')
		.select(({ fn }) => ['fileHash', fn.min('id').as('id')])
		.where('fileHash', 'in', [...new Set(hashes)])
		.where('fileHash', '!=', '')
		.where('origin', '=', 'imported')
		.groupBy('fileHash')
		.execute();
	return new Map(rows.map(({ fileHash, id }) => [fileHash, Number(id)]));
}

/** By line. */
export async function listIssues(
	{ db }: Pick<Store, 'db'>,
	importId: number,
	limit: number
): Promise<readonly RowIssue[]> {
	const issues = await pageIssues({ db }, importId, { after: null, limit });
	return issues.map(({ id: _id, ...issue }) => issue);
}

export interface KeptIssue extends RowIssue {
	readonly id: number;
}

/** By line, those after another one. */
export async function pageIssues(
	{ db }: Pick<Store, 'db'>,
	importId: number,
	{ after, limit }: { readonly after: Pick<KeptIssue, 'line' | 'id'> | null; readonly limit: number }
): Promise<readonly KeptIssue[]> {
	let query = db
		.selectFrom('importIssue')
		.selectAll()
		.where('importId', '=', importId)
		.orderBy('line')
		.orderBy('id')
		.limit(limit);
	if (after)
		query = query.where(({ eb, and, or }) =>
			or([eb('line', '>', after.line), and([eb('line', '=', after.line), eb('id', '>', after.id)])])
		);
	const rows = await query.execute();
	return rows.map(({ id, line, columnName, code, message, value }) => ({
		id,
		line,
		column: columnName,
		code: code as RowIssue['code'],
		message,
		value
	}));
}

/** Tells the store's newest import from any other, also of a store with the same ids; '' where there is none. */
export async function newestImport({ db }: Pick<Store, 'db'>): Promise<string> {
	const row = await db.selectFrom('import').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
	return row ? markOf(row) : '';
}

/** Is the import that {@link newestImport} once told still in the store? */
export async function hasImport(store: Pick<Store, 'db'>, mark: string): Promise<boolean> {
	if (mark === '') return true;
	const row = await getImport(store, Number.parseInt(mark, 10));
	return row !== undefined && markOf(row) === mark;
}

function markOf({ id, startedAt, fileHash }: ImportRow): string {
	return `${id} ${startedAt} ${fileHash}`;
}
