import type { Selectable, Transaction } from 'kysely';
import { insertAll } from './insert-many.ts';
import type { ExposureTable, FeedbackTable, Schema, TagTable } from './schema.ts';
import { writeSearch } from './search-index.ts';

type FeedbackRow = Omit<Selectable<FeedbackTable>, 'id'>;
type TagRow = Omit<Selectable<TagTable>, 'id' | 'feedbackId'>;
type ExposureRow = Omit<Selectable<ExposureTable>, 'id'>;

/** A feedback as it was, with its tags. */
export interface FeedbackVersion {
	readonly row: FeedbackRow;
	readonly tags: readonly TagRow[];
}

interface Replacement {
	readonly importId: number;
	/** Instant. */
	readonly at: string;
}

const perStatement = 1000;

/** Keeps feedback (at most 1,000) as they are now: an import is about to replace them. Call inside a write. */
export async function keepFeedback(
	trx: Transaction<Schema>,
	ids: readonly number[],
	by: Replacement
): Promise<void> {
	if (ids.length === 0) return;
	const rows = await trx.selectFrom('feedback').selectAll().where('id', 'in', ids).execute();
	const tags = new Map<number, TagRow[]>();
	const found = await trx
		.selectFrom('tag')
		.selectAll()
		.where('feedbackId', 'in', ids)
		.orderBy('id')
		.execute();
	for (const { id: _id, feedbackId, ...tag } of found)
		tags.set(feedbackId, [...(tags.get(feedbackId) ?? []), tag]);
	await keepVersions(
		trx,
		rows.map(({ id, ...row }) => ({ id, row, tags: tags.get(id) ?? [] })),
		by
	);
}

/** Keeps versions, each of the feedback with that id. Call inside a write. */
export async function keepVersions(
	trx: Transaction<Schema>,
	versions: readonly (FeedbackVersion & { readonly id: number })[],
	by: Replacement
): Promise<void> {
	const rows = versions.map(({ id, row, tags }) => ({
		feedbackId: id,
		importId: row.lastImportId,
		replacedBy: by.importId,
		replacedAt: by.at,
		content: JSON.stringify({ row, tags } satisfies FeedbackVersion)
	}));
	await insertAll(trx, 'feedbackVersion', rows);
}

/** Keeps exposure rows as they are now. Call inside a write. */
export async function keepExposure(
	trx: Transaction<Schema>,
	ids: readonly number[],
	by: Replacement
): Promise<void> {
	for (let at = 0; at < ids.length; at += perStatement) {
		const rows = await trx
			.selectFrom('exposure')
			.selectAll()
			.where('id', 'in', ids.slice(at, at + perStatement))
			.execute();
		const versions = rows.map(({ id, ...row }) => ({
			exposureId: id,
			importId: row.lastImportId,
			replacedBy: by.importId,
			replacedAt: by.at,
			content: JSON.stringify(row satisfies ExposureRow)
		}));
		await trx.insertInto('exposureVersion').values(versions).execute();
	}
}

/**
 * Notes that an import found rows (at most 1,000) as another had written them: they stay when that one is rolled back.
 * Call inside a write.
 */
export async function noteSeen(
	trx: Transaction<Schema>,
	entity: 'feedback' | 'exposure',
	rows: readonly { readonly id: number; readonly lastImportId: number }[],
	importId: number
): Promise<void> {
	const others = rows.filter(({ lastImportId }) => lastImportId !== importId);
	const row = entity === 'feedback' ? 'feedbackId' : 'exposureId';
	for (let at = 0; at < others.length; at += perStatement) {
		const values = others
			.slice(at, at + perStatement)
			.map(({ id, lastImportId }) => ({ [row]: id, importId, writtenBy: lastImportId }));
		await trx
			.insertInto(`${entity}Seen`)
			.values(values as never)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

/**
 * Makes feedback what a version says, as written by `importId`; which import brought it stays. Its template is linked anew
 * by the caller.
 */
export async function restoreFeedback(
	trx: Transaction<Schema>,
	id: number,
	importId: number,
	{ row: { importId: _first, ...row }, tags }: FeedbackVersion
): Promise<void> {
	await trx
		.updateTable('feedback')
		.set({ ...row, lastImportId: importId })
		.where('id', '=', id)
		.execute();
	await writeSearch(trx, [{ id, text: row.text, isNew: false }]);
	await trx.deleteFrom('tag').where('feedbackId', '=', id).execute();
	if (tags.length > 0)
		await trx
			.insertInto('tag')
			.values(tags.map((tag) => ({ ...tag, feedbackId: id })))
			.execute();
}
