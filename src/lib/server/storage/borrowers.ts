import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

const perStatement = 10_000;

/** Ids by pseudonym; one that is not known yet gets its own. Call inside a write. */
export async function borrowerIdsOf(
	trx: Transaction<Schema>,
	pseudonyms: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const wanted = [...new Set(pseudonyms)];
	const ids = new Map<string, number>();
	for (let at = 0; at < wanted.length; at += perStatement) {
		const part = wanted.slice(at, at + perStatement);
		await trx
			.insertInto('borrower')
			.values(part.map((pseudonym) => ({ pseudonym })))
			.onConflict((conflict) => conflict.column('pseudonym').doNothing())
			.execute();
		const rows = await trx.selectFrom('borrower').selectAll().where('pseudonym', 'in', part).execute();
		for (const { pseudonym, id } of rows) ids.set(pseudonym, id);
	}
	return ids;
}
