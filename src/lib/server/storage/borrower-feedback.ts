import type { Store } from './connect.ts';

/** Ids of a borrower's other feedback, newest first. */
export async function otherFeedbackOf(
	{ db }: Pick<Store, 'db'>,
	borrowerId: number,
	exceptId: number,
	limit: number
): Promise<readonly number[]> {
	const rows = await db
		.selectFrom('feedback')
		.select('id')
		.where('borrowerId', '=', borrowerId)
		.where('id', '<>', exceptId)
		.orderBy('receivedOn', (order) => order.desc().nullsLast())
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}
