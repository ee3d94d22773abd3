import type { Filter } from '#core/domain/filter.ts';
import type { RequiredField } from '#core/domain/kpi.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Feedback under the filter, and how much of it states each field that analysis needs. */
export async function countFilled(
	source: Source,
	filter: Filter
): Promise<{ readonly feedback: number; readonly filled: Readonly<Record<RequiredField, number>> }> {
	const row = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [
			fn.countAll<number>().as('feedback'),
			fn.count<number>('feedback.channel').as('channel'),
			fn.count<number>('feedback.product').as('product'),
			fn.count<number>('feedback.stage').as('stage'),
			fn.count<number>('feedback.region').as('region'),
			fn.count<number>('feedback.teamId').as('team'),
			fn.count<number>('feedback.borrowerId').as('borrower')
		])
		.where(whereFeedback(source, filter))
		.executeTakeFirstOrThrow();
	return {
		feedback: Number(row.feedback),
		filled: {
			channel: Number(row.channel),
			product: Number(row.product),
			stage: Number(row.stage),
			region: Number(row.region),
			team: Number(row.team),
			borrower: Number(row.borrower)
		}
	};
}
