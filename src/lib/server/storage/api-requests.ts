import type { Selectable, Transaction } from 'kysely';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';

type RequestRow = Selectable<Schema['apiRequest']>;
export type RequestId = Pick<RequestRow, 'apiKeyId' | 'idempotencyKey'>;

export async function findRequest(
	{ db }: Pick<Store, 'db'>,
	{ apiKeyId, idempotencyKey }: RequestId
): Promise<RequestRow | undefined> {
	return db
		.selectFrom('apiRequest')
		.selectAll()
		.where('apiKeyId', '=', apiKeyId)
		.where('idempotencyKey', '=', idempotencyKey)
		.executeTakeFirst();
}

/**
 * Writes a request down in the transaction that does it. False: another process has done it meanwhile (PostgreSQL waits
 * here for the end of the other transaction).
 */
export async function claimRequest(
	trx: Transaction<Schema>,
	request: RequestId & Pick<RequestRow, 'requestHash' | 'receivedAt'>
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('apiRequest')
		.values({ ...request, importId: null, status: null, answer: null })
		.onConflict((conflict) => conflict.columns(['apiKeyId', 'idempotencyKey']).doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function answerRequest(
	trx: Transaction<Schema>,
	{ apiKeyId, idempotencyKey }: RequestId,
	answer: Pick<RequestRow, 'importId' | 'status' | 'answer'>
): Promise<void> {
	await trx
		.updateTable('apiRequest')
		.set(answer)
		.where('apiKeyId', '=', apiKeyId)
		.where('idempotencyKey', '=', idempotencyKey)
		.execute();
}

/** Forgets the answers that a key was given before an instant. */
export async function forgetRequests(
	{ db }: Pick<Store, 'db'>,
	apiKeyId: number,
	before: string
): Promise<void> {
	await db
		.deleteFrom('apiRequest')
		.where('apiKeyId', '=', apiKeyId)
		.where('receivedAt', '<', before)
		.execute();
}
