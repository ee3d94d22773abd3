import { addDays } from '#core/domain/period.ts';
import { inWrite } from './change-sequence.ts';
import type { Store } from './connect.ts';
import { linkFeedback } from './link-feedback.ts';

/** Feedback of one transaction: other writers wait that long. */
const perWrite = 500;

/**
 * Links the feedback that an import's contacts may say something of: on the same call, or of the same account about their
 * days. Done once at the end of an import, it asks for each feedback instead of for each contact, of which there are many
 * more. Idempotent.
 */
export async function linkContactsOf(
	store: Store,
	{
		importId,
		days,
		window
	}: { readonly importId: number; readonly days: readonly string[]; readonly window: number }
): Promise<void> {
	const [first] = days;
	const last = days.at(-1);
	if (first === undefined || last === undefined) return;
	for (let after = 0; ;) {
		const ids = await touchedBy(store, importId, {
			from: addDays(first, -1),
			to: addDays(last, window + 1),
			after
		});
		if (ids.length === 0) return;
		await inWrite(store, (trx) => linkFeedback(trx, ids, window));
		after = ids.at(-1) as number;
	}
}

/** An instant and its day are of different clocks: a day more on either side. */
async function touchedBy(
	{ db }: Store,
	importId: number,
	{ from, to, after }: { readonly from: string; readonly to: string; readonly after: number }
): Promise<readonly number[]> {
	const rows = await db
		.selectFrom('feedback')
		.select('feedback.id')
		.where('feedback.id', '>', after)
		.where(({ and, eb, exists, fn, or, selectFrom, val }) => {
			const contact = selectFrom('contact').select('contact.id').where('contact.importId', '=', importId);
			const on = fn.coalesce(
				fn<string | null>('substr', ['feedback.eventAt', val(1), val(10)]),
				'feedback.eventOn',
				'feedback.receivedOn'
			);
			return or([
				exists(contact.whereRef('contact.callId', '=', 'feedback.callId')),
				and([
					eb(on, '>=', from),
					eb(on, '<=', to),
					exists(contact.whereRef('contact.borrowerId', '=', 'feedback.borrowerId'))
				])
			]);
		})
		.orderBy('feedback.id')
		.limit(perWrite)
		.execute();
	return rows.map(({ id }) => id);
}
