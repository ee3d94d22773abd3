import type { Dimension, Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { dimensionColumns, whereFeedback } from '../../storage/where-filter.ts';

/** Feedback per theme of a taxonomy and value of a dimension; `none` for "not stated". */
export async function themeByDimension(
	source: Source,
	filter: Filter,
	taxonomy: Taxonomy,
	dimension: Dimension
) {
	const column = dimensionColumns[dimension];
	const rows = await source.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(({ fn, ref }) => [ref(column).as('value'), 'tag.theme', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.where('tag.isCounted', '=', 1)
		.$if(filter.theme.length > 0, (query) => query.where('tag.theme', 'in', filter.theme))
		.where('tag.taxonomy', '=', taxonomy)
		.groupBy([column, 'tag.theme'])
		.orderBy('value')
		.orderBy('tag.theme')
		.execute();
	return rows.map(({ value, theme, count }) => ({
		value: value === null ? 'none' : String(value),
		theme,
		count: Number(count)
	}));
}
