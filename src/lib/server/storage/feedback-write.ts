import type { Transaction } from 'kysely';
import { isCounted } from '#core/domain/tag.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { borrowerIdsOf } from './borrowers.ts';
import { appendChange } from './change-sequence.ts';
import type { Schema } from './schema.ts';
import { insertAll } from './insert-many.ts';
import { linkFeedback } from './link-feedback.ts';
import { writeSearch } from './search-index.ts';
import { linkTemplates, type TextSketcher } from './template-link.ts';
import { keepFeedback, keepVersions, noteSeen } from './versions.ts';

export interface WriteContext {
	readonly sourceSystem: string;
	readonly importId: number;
	readonly origin: Origin;
	readonly recordedAt: string;
	readonly packVersion: string;
	readonly sketcher: TextSketcher;
	readonly onOutcome?: OutcomeListener;
	/** Days: see {@link linkFeedback}. */
	readonly linkWindow: number;
}
export interface WriteCounts {
	readonly stored: number;
	readonly updated: number;
	readonly unchanged: number;
}

/** What became of one row. */
export type Outcome = 'stored' | 'updated' | 'unchanged';
/** Told of each row of a batch, in its order. */
export type OutcomeListener = (outcome: Outcome) => void;

interface Pending {
	readonly feedback: MaskedFeedback;
	/** Of the row in the store; null: new. */
	readonly id: number | null;
	/** What the same batch says of it before, oldest first. */
	readonly superseded: readonly MaskedFeedback[];
}

/**
 * Stores a batch idempotently: a row is new, or changed (content hash differs: it and its tags are replaced, and kept as a version), or
 * unchanged. Identity is the source's own id, else the source hash. Call inside {@link inWrite}.
 */
export async function writeFeedback(
	trx: Transaction<Schema>,
	batch: readonly MaskedFeedback[],
	context: WriteContext
): Promise<WriteCounts> {
	if (batch.length === 0) return { stored: 0, updated: 0, unchanged: 0 };
	const { pending, counts } = await compareWithStore(trx, batch, context);
	if (pending.length === 0) return counts;
	const borrowers = await borrowerIdsOf(
		trx,
		pending.flatMap(({ feedback, superseded }) =>
			[feedback, ...superseded].flatMap(({ borrower }) => borrower ?? [])
		)
	);
	const ids = await writeRows(trx, pending, borrowers, context);
	await writeTags(trx, pending, ids, context);
	await writeSuperseded(trx, pending, { ids, borrowers, context });
	const texts = pending.map(({ feedback, id }) => ({
		id: ids.get(identityOf(feedback)) as number,
		text: feedback.text,
		isNew: id === null
	}));
	await linkTemplates(trx, texts, context.sketcher);
	await writeSearch(trx, texts);
	await appendChange(trx, 'feedback', [...ids.values()]);
	await linkFeedback(trx, [...ids.values()], context.linkWindow);
	return counts;
}

function identityOf({ externalId, sourceHash }: MaskedFeedback): string {
	return externalId === null ? `hash:${sourceHash}` : `id:${externalId}`;
}

async function compareWithStore(
	trx: Transaction<Schema>,
	batch: readonly MaskedFeedback[],
	{ sourceSystem, importId, onOutcome }: WriteContext
): Promise<{ pending: readonly Pending[]; counts: WriteCounts }> {
	const rows = await trx
		.selectFrom('feedback')
		.select(['id', 'identity', 'contentHash', 'lastImportId'])
		.where('sourceSystem', '=', sourceSystem)
		.where('identity', 'in', [...new Set(batch.map(identityOf))])
		.execute();
	const known = new Map(
		rows.map((row) => [row.identity, { id: row.id as number | null, hash: row.contentHash }])
	);
	const pending = new Map<string, Pending>();
	const counts = { stored: 0, updated: 0, unchanged: 0 };
	for (const feedback of batch) {
		const identity = identityOf(feedback);
		const before = known.get(identity);
		const outcome = before?.hash === feedback.contentHash ? 'unchanged' : before ? 'updated' : 'stored';
		counts[outcome]++;
		onOutcome?.(outcome);
		if (outcome === 'unchanged') continue;
		known.set(identity, { id: before?.id ?? null, hash: feedback.contentHash });
		const earlier = pending.get(identity);
		const superseded = earlier ? [...earlier.superseded, earlier.feedback] : [];
		pending.set(identity, { feedback, id: before?.id ?? null, superseded });
	}
	const isPending = new Set([...pending.values()].map(({ id }) => id));
	await noteSeen(
		trx,
		'feedback',
		rows.filter(({ id }) => !isPending.has(id)),
		importId
	);
	return { pending: [...pending.values()], counts };
}

async function writeRows(
	trx: Transaction<Schema>,
	pending: readonly Pending[],
	borrowers: ReadonlyMap<string, number>,
	context: WriteContext
): Promise<ReadonlyMap<string, number>> {
	const ids = new Map<string, number>();
	await keepFeedback(
		trx,
		pending.flatMap(({ id }) => id ?? []),
		{ importId: context.importId, at: context.recordedAt }
	);
	const fresh = pending
		.filter(({ id }) => id === null)
		.map(({ feedback }) => toRow(feedback, borrowers, context));
	const added = await insertAll(trx, 'feedback', fresh, ['id', 'identity']);
	for (const row of added) ids.set(row.identity, row.id);
	for (const { feedback, id } of pending) {
		if (id === null) continue;
		const { importId: _first, ...changed } = toRow(feedback, borrowers, context);
		await trx.updateTable('feedback').set(changed).where('id', '=', id).execute();
		await trx.deleteFrom('tag').where('feedbackId', '=', id).execute();
		ids.set(identityOf(feedback), id);
	}
	return ids;
}

function toRow(
	feedback: MaskedFeedback,
	borrowers: ReadonlyMap<string, number>,
	{ sourceSystem, importId, origin, recordedAt, packVersion }: WriteContext
) {
	const { borrower, tags: _tags, standing, details, sourceHash: _sourceHash, ...columns } = feedback;
	return {
		...columns,
		sourceSystem,
		identity: identityOf(feedback),
		borrowerId: borrower === null ? null : (borrowers.get(borrower) ?? null),
		details: JSON.stringify(details),
		isComplaint: standing.isComplaint ? 1 : 0,
		severity: standing.severity,
		urgency: standing.urgency,
		importId,
		lastImportId: importId,
		origin,
		recordedAt,
		packVersion,
		stated: null
	};
}

async function writeTags(
	trx: Transaction<Schema>,
	pending: readonly Pending[],
	ids: ReadonlyMap<string, number>,
	{ packVersion }: WriteContext
): Promise<void> {
	const rows = pending.flatMap(({ feedback }) =>
		toTagRows(feedback, packVersion).map((row) => ({
			feedbackId: ids.get(identityOf(feedback)) as number,
			...row
		}))
	);
	await insertAll(trx, 'tag', rows);
}

function toTagRows({ tags }: MaskedFeedback, packVersion: string) {
	return tags.map((tag) => ({
		theme: tag.themeId,
		taxonomy: tag.taxonomy,
		severity: tag.severity,
		polarity: tag.polarity,
		status: 'machine' as const,
		isCounted: isCounted(tag) ? 1 : 0,
		spans: JSON.stringify(tag.spans),
		packVersion
	}));
}

/** A row that its own batch changes has that history too, wherever the file is cut into batches. */
async function writeSuperseded(
	trx: Transaction<Schema>,
	pending: readonly Pending[],
	{
		ids,
		borrowers,
		context
	}: {
		readonly ids: ReadonlyMap<string, number>;
		readonly borrowers: ReadonlyMap<string, number>;
		readonly context: WriteContext;
	}
): Promise<void> {
	const versions = pending.flatMap(({ feedback, superseded }) => {
		const id = ids.get(identityOf(feedback)) as number;
		return superseded.map((before) => ({
			id,
			row: { ...toRow(before, borrowers, context), templateId: null },
			tags: toTagRows(before, context.packVersion)
		}));
	});
	await keepVersions(trx, versions, { importId: context.importId, at: context.recordedAt });
}
