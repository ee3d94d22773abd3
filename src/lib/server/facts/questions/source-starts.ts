import type { Filter } from '#core/domain/filter.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Since when feedback comes in by each source, under a filter. */
export async function sourceStarts(source: Source, filter: Filter) {
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => ['feedback.source', fn.min<string | null>('feedback.receivedOn').as('firstOn')])
		.where(whereFeedback(source, filter))
		.where(isStated(source, 'feedback.receivedOn'))
		.groupBy('feedback.source')
		.orderBy('feedback.source')
		.execute();
	return rows.flatMap(({ source: id, firstOn }) => (firstOn === null ? [] : [{ source: id, firstOn }]));
}
