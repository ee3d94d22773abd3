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
	const ids = await touchedBy(store, importId, { from: addDays(first, -1), to: addDays(last, window + 1) });
	for (let at = 0; at < ids.length; at += perWrite)
		await inWrite(store, (trx) => linkFeedback(trx, ids.slice(at, at + perWrite), window));
}

/**
 * An instant and its day are of different clocks: a day more on either side. What the import holds is looked up once, not
 * for each feedback.
 */
async function touchedBy(
	{ db }: Store,
	importId: number,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<readonly number[]> {
	const rows = await db
		.selectFrom('feedback')
		.select('feedback.id')
		.where(({ and, eb, fn, or, selectFrom, val }) => {
			const ofImport = <Column extends 'callId' | 'borrowerId'>(column: Column) =>
				selectFrom('contact')
					.select(column)
					.where('contact.importId', '=', importId)
					.where(column, 'is not', null);
			const on = fn.coalesce(
				fn<string | null>('substr', ['feedback.eventAt', val(1), val(10)]),
				'feedback.eventOn',
				'feedback.receivedOn'
			);
			return or([
				eb('feedback.callId', 'in', ofImport('callId')),
				and([eb(on, '>=', from), eb(on, '<=', to), eb('feedback.borrowerId', 'in', ofImport('borrowerId'))])
			]);
		})
		.orderBy('feedback.id')
		.execute();
	return rows.map(({ id }) => id);
}
