import type { Dimension, Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { dimensionColumns, whereFeedback } from '../../storage/where-filter.ts';

/** Feedback per value of a dimension, most first; `none` for "not stated". */
export async function countByDimension(source: Source, filter: Filter, dimension: Dimension) {
	const column = dimensionColumns[dimension];
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn, ref }) => [ref(column).as('value'), fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.groupBy(column)
		.orderBy('count', 'desc')
		.orderBy('value')
		.execute();
	return rows.map(({ value, count }) => ({
		value: value === null ? 'none' : String(value),
		count: Number(count)
	}));
}
