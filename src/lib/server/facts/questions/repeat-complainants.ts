import type { Filter } from '#core/domain/filter.ts';
import { addDays, type Period } from '#core/domain/period.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Days up to the end of the period in which a borrower's complaints are counted. */
export const repeatDays = 90;

/**
 * Borrowers with a complaint in the period, and those of them with two or more complaints in the 90 days up to its
 * end. Complaints without a borrower reference tell nothing of it.
 */
export async function repeatComplainants(
	source: Source,
	filter: Filter & { readonly period: Period }
): Promise<{ readonly complainants: number; readonly repeated: number }> {
	const { from, to } = filter.period;
	const start = addDays(to, -repeatDays);
	const wide: Filter = { ...filter, complaint: 'yes', period: { from: start < from ? start : from, to } };
	const row = await source.db
		.with('borrower', (db) =>
			db
				.selectFrom('feedback')
				.select(({ fn, eb }) => [
					'feedback.borrowerId',
					fn.countAll<number>().as('complaints'),
					fn
						.sum<number>(eb.case().when('feedback.receivedOn', '>=', from).then(1).else(0).end())
						.as('inPeriod')
				])
				.where(whereFeedback(source, wide))
				.where('feedback.borrowerId', 'is not', null)
				.groupBy('feedback.borrowerId')
		)
		.selectFrom('borrower')
		.where('borrower.inPeriod', '>', 0)
		.select(({ fn, eb }) => [
			fn.countAll<number>().as('complainants'),
			fn
				.sum<number | null>(eb.case().when('borrower.complaints', '>=', 2).then(1).else(0).end())
				.as('repeated')
		])
		.executeTakeFirstOrThrow();
	return { complainants: Number(row.complainants), repeated: Number(row.repeated ?? 0) };
}
