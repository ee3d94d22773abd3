import type { Transaction } from 'kysely';
import { insertMany } from './insert-many.ts';
import type { Schema } from './schema.ts';

const perStatement = 500;

/** Ids by pseudonym; one that is not known yet gets its own. Call inside a write. */
export async function borrowerIdsOf(
	trx: Transaction<Schema>,
	pseudonyms: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const wanted = [...new Set(pseudonyms)];
	const ids = new Map<string, number>();
	await addKnown(trx, wanted, ids);
	const missing = wanted.filter((pseudonym) => !ids.has(pseudonym));
	await insertMany(
		trx,
		'borrower',
		missing.map((pseudonym) => ({ pseudonym }))
	);
	await addKnown(trx, missing, ids);
	return ids;
}

async function addKnown(
	trx: Transaction<Schema>,
	pseudonyms: readonly string[],
	ids: Map<string, number>
): Promise<void> {
	for (let at = 0; at < pseudonyms.length; at += perStatement) {
		const part = pseudonyms.slice(at, at + perStatement);
		const rows = await trx.selectFrom('borrower').selectAll().where('pseudonym', 'in', part).execute();
		for (const { pseudonym, id } of rows) ids.set(pseudonym, id);
	}
}
