import { sql } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import { addDays, type Period } from '#core/domain/period.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/**
 * Borrowers with feedback under the filter in the period, and those of them with two or more in the `days` that end with
 * it, whether or not a longer period began before.
 */
export async function countRepeatBorrowers(source: Source, filter: Filter, period: Period, days: number) {
	const start = addDays(period.to, -days);
	const since = start < period.from ? start : period.from;
	const borrowers = source.db
		.selectFrom('feedback')
		.select(({ ref }) => [
			'feedback.borrowerId',
			sql<number>`sum(case when ${ref('feedback.receivedOn')} >= ${period.from} then 1 else 0 end)`.as('now'),
			sql<number>`sum(case when ${ref('feedback.receivedOn')} >= ${start} then 1 else 0 end)`.as('late')
		])
		.where(whereFeedback(source, { ...filter, period: { from: since, to: period.to } }))
		.where(isStated(source, 'feedback.borrowerId'))
		.groupBy('feedback.borrowerId')
		.as('each');
	const row = await source.db
		.selectFrom(borrowers)
		.select(({ fn }) => [
			fn.countAll<number>().as('borrowers'),
			sql<number | null>`sum(case when late >= 2 then 1 else 0 end)`.as('repeat')
		])
		.where('now', '>', 0)
		.executeTakeFirstOrThrow();
	return { borrowers: Number(row.borrowers), repeat: Number(row.repeat ?? 0) };
}
