import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Feedback by its severity; 0 is feedback without a counted conduct or impact tag. */
export async function countBySeverity(source: Source, filter: Filter) {
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => ['feedback.severity', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.groupBy('feedback.severity')
		.orderBy('feedback.severity')
		.execute();
	return rows.map(({ severity, count }) => ({ severity: Number(severity), count: Number(count) }));
}
