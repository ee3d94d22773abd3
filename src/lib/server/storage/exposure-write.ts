import { sql, type Transaction } from 'kysely';
import type { Exposure } from '#core/domain/organisation.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { appendChange } from './change-sequence.ts';
import type { WriteCounts } from './feedback-write.ts';
import type { Schema } from './schema.ts';

type ExposureRow = Exposure & { readonly agencyId: string };

/** Stores a batch of at most 2,000 rows; a row with the same day, team, agent, channel, stage and product is replaced. */
export async function writeExposure(
	trx: Transaction<Schema>,
	batch: readonly ExposureRow[],
	{ importId, origin }: { readonly importId: number; readonly origin: Origin }
): Promise<WriteCounts> {
	const rows = [...new Map(batch.map((row) => [keyOf(row), row])).values()];
	const before = await trx
		.selectFrom('exposure')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const lastId = Number(before?.id ?? 0);
	const written = await trx
		.insertInto('exposure')
		.values(rows.map((row) => ({ ...row, agentId: row.agentId ?? '', origin, importId })))
		.onConflict((conflict) =>
			conflict
				.columns(['day', 'teamId', 'agentId', 'channel', 'stage', 'product', 'origin'])
				.doUpdateSet(({ ref }) => ({
					contacts: ref('excluded.contacts'),
					connected: ref('excluded.connected'),
					accounts: ref('excluded.accounts'),
					agencyId: ref('excluded.agencyId')
				}))
				.where(
					sql<boolean>`exposure.contacts <> excluded.contacts or exposure.connected <> excluded.connected or exposure.accounts <> excluded.accounts or exposure.agency_id <> excluded.agency_id`
				)
		)
		.returning('id')
		.execute();
	await appendChange(
		trx,
		'exposure',
		written.map(({ id }) => id)
	);
	const stored = written.filter(({ id }) => id > lastId).length;
	return { stored, updated: written.length - stored, unchanged: batch.length - written.length };
}

function keyOf(row: Exposure): string {
	return [row.day, row.teamId, row.agentId ?? '', row.channel, row.stage, row.product].join('\t');
}
