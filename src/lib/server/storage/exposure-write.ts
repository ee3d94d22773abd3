import type { Transaction } from 'kysely';
import type { Exposure } from '#core/domain/organisation.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { appendChange } from './change-sequence.ts';
import type { OutcomeListener, WriteCounts } from './feedback-write.ts';
import type { Schema } from './schema.ts';
import { keepExposure, noteSeen } from './versions.ts';

type ExposureRow = Exposure & { readonly agencyId: string };
interface Context {
	readonly importId: number;
	readonly origin: Origin;
	/** Instant. */
	readonly recordedAt: string;
	readonly onOutcome?: OutcomeListener;
}

const measures = ['contacts', 'connected', 'accounts', 'agencyId'] as const;

/**
 * Stores a batch of at most 2,000 rows; a row with the same day, team, agent, channel, stage and product is replaced,
 * and kept as a version. Call inside {@link import('./change-sequence.ts').inWrite}.
 */
export async function writeExposure(
	trx: Transaction<Schema>,
	batch: readonly ExposureRow[],
	context: Context
): Promise<WriteCounts> {
	const rows = new Map(batch.map((row) => [keyOf(row), { ...row, agentId: row.agentId ?? '' }]));
	const before = await readBefore(trx, [...rows.values()], context.origin);
	const fresh = [...rows.values()].filter((row) => !before.has(keyOf(row)));
	const changed = [...rows.values()].flatMap((row) => {
		const known = before.get(keyOf(row));
		return known && measures.some((measure) => known[measure] !== row[measure])
			? [{ id: known.id, row }]
			: [];
	});
	const changedIds = changed.map(({ id }) => id);
	await keepExposure(trx, changedIds, { importId: context.importId, at: context.recordedAt });
	const isChanged = new Set(changedIds);
	const same = [...before].flatMap(([key, row]) => (rows.has(key) && !isChanged.has(row.id) ? [row] : []));
	await noteSeen(trx, 'exposure', same, context.importId);
	for (const { id, row } of changed) {
		const { contacts, connected, accounts, agencyId } = row;
		await trx
			.updateTable('exposure')
			.set({ contacts, connected, accounts, agencyId, lastImportId: context.importId })
			.where('id', '=', id)
			.execute();
	}
	const ids = await insertRows(trx, fresh, context);
	await appendChange(trx, 'exposure', [...ids, ...changedIds]);
	const stored = fresh.length;
	if (context.onOutcome) {
		const lastOf = new Map(batch.map((row, at) => [keyOf(row), at]));
		batch.forEach((row, at) => {
			const known = before.get(keyOf(row));
			const isLast = lastOf.get(keyOf(row)) === at;
			const isNew = isLast && !known;
			context.onOutcome?.(isNew ? 'stored' : isLast && isChanged.has(known!.id) ? 'updated' : 'unchanged');
		});
	}
	return { stored, updated: changed.length, unchanged: batch.length - stored - changed.length };
}

async function insertRows(
	trx: Transaction<Schema>,
	rows: readonly (ExposureRow & { readonly agentId: string })[],
	{ importId, origin }: Context
): Promise<readonly number[]> {
	if (rows.length === 0) return [];
	const written = await trx
		.insertInto('exposure')
		.values(rows.map((row) => ({ ...row, origin, importId, lastImportId: importId })))
		.returning('id')
		.execute();
	return written.map(({ id }) => id);
}

async function readBefore(
	trx: Transaction<Schema>,
	rows: readonly (ExposureRow & { readonly agentId: string })[],
	origin: Origin
) {
	if (rows.length === 0) return new Map<string, never>();
	const found = await trx
		.selectFrom('exposure')
		.selectAll()
		.where('origin', '=', origin)
		.where(({ eb, refTuple, tuple }) =>
			eb(
				refTuple('day', 'teamId', 'agentId', 'channel', 'stage'),
				'in',
				rows.map(({ day, teamId, agentId, channel, stage }) => tuple(day, teamId, agentId, channel, stage))
			)
		)
		.execute();
	return new Map(found.map((row) => [keyOf(row), row]));
}

function keyOf(row: {
	readonly day: string;
	readonly teamId: string;
	readonly agentId: string | null;
	readonly channel: string;
	readonly stage: string;
	readonly product: string;
}): string {
	return [row.day, row.teamId, row.agentId ?? '', row.channel, row.stage, row.product].join('\t');
}
