import { sql } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import type { RequiredField } from '#core/domain/kpi.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Feedback under the filter, and how much of it states each field that analysis needs. */
export async function countFilled(
	source: Source,
	filter: Filter
): Promise<{ readonly feedback: number; readonly filled: Readonly<Record<RequiredField, number>> }> {
	const stating = (column: string) =>
		source.engine === 'facts'
			? sql<number | null>`sum((${isStated(source, column)})::integer)`
			: sql<number>`count(${sql.ref(column)})`;
	const row = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [
			fn.countAll<number>().as('feedback'),
			stating('feedback.channel').as('channel'),
			stating('feedback.product').as('product'),
			stating('feedback.stage').as('stage'),
			stating('feedback.region').as('region'),
			stating('feedback.teamId').as('team'),
			stating('feedback.borrowerId').as('borrower')
		])
		.where(whereFeedback(source, filter))
		.executeTakeFirstOrThrow();
	return {
		feedback: Number(row.feedback),
		filled: {
			channel: Number(row.channel ?? 0),
			product: Number(row.product ?? 0),
			stage: Number(row.stage ?? 0),
			region: Number(row.region ?? 0),
			team: Number(row.team ?? 0),
			borrower: Number(row.borrower ?? 0)
		}
	};
}
