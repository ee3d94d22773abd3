import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/**
 * Feedback per theme (a feedback counts once in each of its counted themes), most first. A filter by theme leaves
 * only those themes, so that each count is what a list of that theme shows.
 */
export async function countByTheme(source: Source, filter: Filter, taxonomy: Taxonomy | null) {
	const rows = await source.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(({ fn }) => ['tag.theme', 'tag.taxonomy', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.where('tag.isCounted', '=', 1)
		.$if(filter.theme.length > 0, (query) => query.where('tag.theme', 'in', filter.theme))
		.$if(taxonomy !== null, (query) => query.where('tag.taxonomy', '=', taxonomy as Taxonomy))
		.groupBy(['tag.theme', 'tag.taxonomy'])
		.orderBy('count', 'desc')
		.orderBy('tag.theme')
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
