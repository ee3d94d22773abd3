import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { selectTagged } from '../../storage/tagged.ts';
import { whereFeedback, whereTag } from '../../storage/where-filter.ts';

/**
 * Feedback per theme (a feedback counts once in each of its counted themes), most first. A filter by theme leaves
 * only those themes, so that each count is what a list of that theme shows.
 */
export async function countByTheme(source: Source, filter: Filter, taxonomy: Taxonomy | null) {
	const rows = await selectTagged(source)
		.select(({ fn }) => ['feedback.theme', 'feedback.taxonomy', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.where(whereTag(filter, 'feedback'))
		.$if(filter.theme.length > 0, (query) => query.where('feedback.theme', 'in', filter.theme))
		.$if(taxonomy !== null, (query) => query.where('feedback.taxonomy', '=', taxonomy as Taxonomy))
		.groupBy(['feedback.theme', 'feedback.taxonomy'])
		.orderBy('count', 'desc')
		.orderBy('feedback.theme')
		.execute();
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
