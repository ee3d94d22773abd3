import type { Selectable, Transaction } from 'kysely';
import { appendChange } from './change-sequence.ts';
import type { ExposureTable, Schema } from './schema.ts';
import { takeContactsBack } from './contact-roll-back.ts';
import { linkFeedback } from './link-feedback.ts';
import { linkTemplates, type TextSketcher } from './template-link.ts';
import { restoreFeedback, type FeedbackVersion } from './versions.ts';

type Entity = 'feedback' | 'exposure';
/** What rolling back makes of the rows that an import wrote. */
interface Plan {
	/** Nobody else has written them. */
	readonly deleted: readonly number[];
	/** They become again what the version says. */
	readonly restored: ReadonlyMap<number, Version>;
}
interface Version {
	readonly versionId: number;
	readonly importId: number;
	readonly content: string;
}
export interface RolledBack {
	readonly deleted: number;
	readonly restored: number;
}

export interface RollBackContext {
	readonly sketcher: TextSketcher;
	/** Instant. */
	readonly at: string;
	/** Days: see {@link linkFeedback}. */
	readonly linkWindow: number;
}

const perStatement = 1000;

/**
 * Takes an import's feedback and exposure out again, with tags, versions, templates and links: rows it brought are
 * deleted, rows it changed become what they were, and rows that a later import has changed since stay as that one left
 * them. Call inside {@link import('./change-sequence.ts').inWrite}.
 */
export async function rollBackRows(
	trx: Transaction<Schema>,
	importId: number,
	{ sketcher, at, linkWindow }: RollBackContext
): Promise<RolledBack> {
	const feedback = await planFor(trx, 'feedback', importId);
	const exposure = await planFor(trx, 'exposure', importId);
	await rollBackFeedback(trx, feedback, sketcher);
	await rollBackExposure(trx, exposure);
	for (const entity of ['feedback', 'exposure'] as const) await handOver(trx, entity, importId);
	const contacts = await takeContactsBack(trx, importId, { at, linkWindow });
	await linkFeedback(trx, [...feedback.restored.keys()], linkWindow);
	await deleteUnusedBorrowers(trx);
	return {
		deleted: feedback.deleted.length + exposure.deleted.length + contacts,
		restored: feedback.restored.size + exposure.restored.size
	};
}

async function planFor(trx: Transaction<Schema>, entity: Entity, importId: number): Promise<Plan> {
	await passOn(trx, entity, importId);
	const versions = await readVersions(trx, entity, importId);
	await dropVersions(trx, entity, importId);
	const rows = await trx.selectFrom(entity).select('id').where('lastImportId', '=', importId).execute();
	const deleted: number[] = [];
	const restored = new Map<number, Version>();
	for (const { id } of rows) {
		const version = versions.get(id);
		if (version) restored.set(id, version);
		else deleted.push(id);
	}
	return { deleted, restored };
}

/** What it wrote and a later import found so is that one's from now on. */
async function passOn(trx: Transaction<Schema>, entity: Entity, importId: number): Promise<void> {
	const seen = `${entity}Seen` as const;
	const row = (entity === 'feedback' ? 'feedbackId' : 'exposureId') as never;
	await trx.deleteFrom(seen).where('importId', '=', importId).execute();
	const heirs = await trx
		.selectFrom(seen)
		.select(({ fn, ref }) => [ref(row).$castTo<number>().as('rowId'), fn.min('importId').as('heir')])
		.where('writtenBy', '=', importId)
		.groupBy(row)
		.execute();
	for (const { rowId, heir } of heirs) {
		const id = rowId as never;
		await trx
			.updateTable(entity)
			.set({ lastImportId: heir })
			.where('id', '=', rowId)
			.where('lastImportId', '=', importId)
			.execute();
		await trx
			.updateTable(`${entity}Version`)
			.set({ importId: heir })
			.where(row, '=', id)
			.where('importId', '=', importId)
			.execute();
		await trx
			.deleteFrom(seen)
			.where(row, '=', id)
			.where('importId', '=', heir)
			.where('writtenBy', '=', importId)
			.execute();
		await trx
			.updateTable(seen)
			.set({ writtenBy: heir })
			.where(row, '=', id)
			.where('writtenBy', '=', importId)
			.execute();
	}
}

/** By row that the import wrote last, the newest version of another import. */
async function readVersions(
	trx: Transaction<Schema>,
	entity: Entity,
	importId: number
): Promise<ReadonlyMap<number, Version>> {
	const rows =
		entity === 'feedback'
			? await trx
					.selectFrom('feedbackVersion')
					.innerJoin('feedback', 'feedback.id', 'feedbackVersion.feedbackId')
					.select([
						'feedbackVersion.id',
						'feedbackVersion.feedbackId as rowId',
						'feedbackVersion.importId',
						'feedbackVersion.content'
					])
					.where('feedback.lastImportId', '=', importId)
					.where('feedbackVersion.importId', '<>', importId)
					.orderBy('feedbackVersion.id')
					.execute()
			: await trx
					.selectFrom('exposureVersion')
					.innerJoin('exposure', 'exposure.id', 'exposureVersion.exposureId')
					.select([
						'exposureVersion.id',
						'exposureVersion.exposureId as rowId',
						'exposureVersion.importId',
						'exposureVersion.content'
					])
					.where('exposure.lastImportId', '=', importId)
					.where('exposureVersion.importId', '<>', importId)
					.orderBy('exposureVersion.id')
					.execute();
	return new Map(
		rows.map(({ id, rowId, importId: by, content }) => [rowId, { versionId: id, importId: by, content }])
	);
}

/** What it wrote in between others is no longer part of a row's history: the one after it followed the one before. */
async function dropVersions(trx: Transaction<Schema>, entity: Entity, importId: number): Promise<void> {
	const table = `${entity}Version` as const;
	const row = entity === 'feedback' ? 'feedbackId' : 'exposureId';
	const dropped = await trx
		.deleteFrom(table)
		.where('importId', '=', importId)
		.returning([row as never, 'replacedBy', 'replacedAt'])
		.execute();
	for (const { replacedBy, replacedAt, ...rest } of dropped)
		await trx
			.updateTable(table)
			.set({ replacedBy, replacedAt })
			.where(row as never, '=', Object.values(rest)[0] as never)
			.where('replacedBy', '=', importId)
			.execute();
}

/** Rows it brought that a later import has changed since: they are of the earliest import that still knows them. */
async function handOver(trx: Transaction<Schema>, entity: Entity, importId: number): Promise<void> {
	const rows = await trx
		.selectFrom(entity)
		.select(['id', 'lastImportId'])
		.where('importId', '=', importId)
		.where('lastImportId', '<>', importId)
		.execute();
	for (const { id, lastImportId } of rows) {
		const column = entity === 'feedback' ? ('feedbackId' as const) : ('exposureId' as const);
		const earliest = await trx
			.selectFrom(`${entity}Version`)
			.select('importId')
			.where(column as never, '=', id as never)
			.orderBy('id')
			.limit(1)
			.executeTakeFirst();
		await trx
			.updateTable(entity)
			.set({ importId: earliest?.importId ?? lastImportId })
			.where('id', '=', id)
			.execute();
	}
}

async function rollBackFeedback(
	trx: Transaction<Schema>,
	{ deleted, restored }: Plan,
	sketcher: TextSketcher
): Promise<void> {
	const touched = new Set<number>(restored.keys());
	for (const ids of chunks(deleted)) {
		const copies = await trx
			.selectFrom('feedback')
			.select('id')
			.where('templateId', 'in', ids)
			.where('id', 'not in', ids)
			.execute();
		for (const { id } of copies) touched.add(id);
		await trx.deleteFrom('tag').where('feedbackId', 'in', ids).execute();
		await trx.deleteFrom('templateBand').where('feedbackId', 'in', ids).execute();
		await trx.deleteFrom('feedbackLink').where('feedbackId', 'in', ids).execute();
		await trx
			.deleteFrom('feedbackLink')
			.where('kind', '=', 'feedback')
			.where('targetId', 'in', ids)
			.execute();
		await trx.deleteFrom('feedbackSeen').where('feedbackId', 'in', ids).execute();
		await trx.deleteFrom('feedback').where('id', 'in', ids).execute();
		for (const id of ids) touched.delete(id);
	}
	for (const [id, { versionId, importId, content }] of restored) {
		await restoreFeedback(trx, id, importId, JSON.parse(content) as FeedbackVersion);
		await trx.deleteFrom('feedbackVersion').where('id', '=', versionId).execute();
	}
	await relink(trx, [...touched], sketcher);
	await appendChange(trx, 'feedback', [...deleted, ...touched]);
}

/** Texts whose first is gone or has changed find their template again. */
async function relink(
	trx: Transaction<Schema>,
	ids: readonly number[],
	sketcher: TextSketcher
): Promise<void> {
	for (const chunk of chunks([...ids].sort((a, b) => a - b))) {
		const rows = await trx.selectFrom('feedback').select(['id', 'text']).where('id', 'in', chunk).execute();
		const texts = rows.map((row) => ({ ...row, isNew: false }));
		if (texts.length > 0) await linkTemplates(trx, texts, sketcher);
	}
}

async function rollBackExposure(trx: Transaction<Schema>, { deleted, restored }: Plan): Promise<void> {
	for (const ids of chunks(deleted)) {
		await trx.deleteFrom('exposureSeen').where('exposureId', 'in', ids).execute();
		await trx.deleteFrom('exposure').where('id', 'in', ids).execute();
	}
	for (const [id, { versionId, importId, content }] of restored) {
		const { importId: _first, ...row } = JSON.parse(content) as Omit<Selectable<ExposureTable>, 'id'>;
		await trx
			.updateTable('exposure')
			.set({ ...row, lastImportId: importId })
			.where('id', '=', id)
			.execute();
		await trx.deleteFrom('exposureVersion').where('id', '=', versionId).execute();
	}
	await appendChange(trx, 'exposure', [...deleted, ...restored.keys()]);
}

/** A pseudonym that nothing refers to any more has no reason to be kept. */
async function deleteUnusedBorrowers(trx: Transaction<Schema>): Promise<void> {
	await trx
		.deleteFrom('borrower')
		.where(({ and, not, exists, selectFrom }) =>
			and([
				not(
					exists(
						selectFrom('feedback').select('feedback.id').whereRef('feedback.borrowerId', '=', 'borrower.id')
					)
				),
				not(
					exists(
						selectFrom('contact').select('contact.id').whereRef('contact.borrowerId', '=', 'borrower.id')
					)
				)
			])
		)
		.execute();
}

function* chunks(ids: readonly number[]): Generator<readonly number[]> {
	for (let at = 0; at < ids.length; at += perStatement) yield ids.slice(at, at + perStatement);
}
