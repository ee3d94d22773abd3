import type { Insertable, Transaction } from 'kysely';
import { borrowerIdsOf } from './borrowers.ts';
import type { WriteCounts } from './feedback-write.ts';
import type { WrittenContact } from './link-feedback.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { ContactTable, Schema } from './schema.ts';

/** A contact that is placed in time and in the organisation. */
export interface PlacedContact extends Omit<Insertable<ContactTable>, 'borrowerId' | 'importId' | 'origin'> {
	/** Keyed pseudonym (hex), or null. */
	readonly borrower: string | null;
	readonly callId: string | null;
}

/** Databases allow some 32,000 parameters a statement, and a contact has 16 columns. */
const perStatement = 1500;

/**
 * Stores a batch; a contact whose identity is known is left as it is: a log tells what happened, once. Call inside
 * {@link import('./change-sequence.ts').inWrite}.
 */
export async function writeContacts(
	trx: Transaction<Schema>,
	batch: readonly PlacedContact[],
	importId: number,
	origin: Origin = 'imported'
): Promise<WriteCounts & { readonly written: readonly WrittenContact[] }> {
	const byIdentity = new Map(batch.map((contact) => [contact.identity, contact]));
	const known = await trx
		.selectFrom('contact')
		.select(['id', 'identity', 'importId'])
		.where('identity', 'in', [...byIdentity.keys()])
		.execute();
	await noteSeen(
		trx,
		known.filter((contact) => contact.importId !== importId).map(({ id }) => id),
		importId
	);
	for (const { identity } of known) byIdentity.delete(identity);
	const fresh = [...byIdentity.values()];
	const borrowers = await borrowerIdsOf(
		trx,
		fresh.flatMap(({ borrower }) => borrower ?? [])
	);
	const rows = fresh.map(({ borrower, ...contact }) => ({
		...contact,
		borrowerId: borrower === null ? null : (borrowers.get(borrower) ?? null),
		origin,
		importId
	}));
	for (let at = 0; at < rows.length; at += perStatement)
		await trx
			.insertInto('contact')
			.values(rows.slice(at, at + perStatement))
			.execute();
	return { stored: rows.length, updated: 0, unchanged: batch.length - rows.length, written: rows };
}

/** They stay when the import that brought them is rolled back. */
async function noteSeen(trx: Transaction<Schema>, ids: readonly number[], importId: number): Promise<void> {
	for (let at = 0; at < ids.length; at += perStatement)
		await trx
			.insertInto('contactSeen')
			.values(ids.slice(at, at + perStatement).map((contactId) => ({ contactId, importId })))
			.onConflict((conflict) => conflict.doNothing())
			.execute();
}
