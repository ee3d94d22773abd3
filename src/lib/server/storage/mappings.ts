import type { Insertable, Selectable } from 'kysely';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';

export type MappingRow = Selectable<Schema['mapping']>;

/** What was last used for files with these column names, newest first. */
export async function findMappings(
	{ db }: Pick<Store, 'db'>,
	signature: string
): Promise<readonly MappingRow[]> {
	return db
		.selectFrom('mapping')
		.selectAll()
		.where('signature', '=', signature)
		.orderBy('usedAt', 'desc')
		.execute();
}

export async function saveMapping(
	{ db }: Pick<Store, 'db'>,
	row: Insertable<Schema['mapping']>
): Promise<void> {
	const { mapping, actorId, usedAt } = row;
	await db
		.insertInto('mapping')
		.values(row)
		.onConflict((conflict) =>
			conflict.columns(['signature', 'importer']).doUpdateSet({ mapping, actorId, usedAt })
		)
		.execute();
}
