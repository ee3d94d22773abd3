import type { Filter } from '#core/domain/filter.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import { unitColumns, type Unit } from '../strata.ts';

/** Feedback per unit and language of its text. */
export async function unitLanguages(source: Source, filter: Filter, unit: Unit) {
	const column = unitColumns[unit][0];
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn, ref }) => [ref(column).as('unit'), 'feedback.language', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.where(isStated(source, column))
		.groupBy([column, 'feedback.language'])
		.orderBy(column)
		.orderBy('feedback.language')
		.execute();
	return rows.map(({ unit: id, language, count }) => ({ unit: String(id), language, count: Number(count) }));
}
