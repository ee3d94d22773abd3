import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import { seriesUnitOf, type SeriesUnit } from '../unit-columns.ts';

/** Feedback per unit, theme of a taxonomy and month or week; feedback that names no unit is left out. */
export async function themeSeries(
	source: Source,
	filter: Filter,
	{ taxonomy, unit, grain }: { taxonomy: Taxonomy; unit: SeriesUnit; grain: 'month' | 'week' }
) {
	const rows = await source.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(({ fn, ref }) => [
			seriesUnitOf('feedback', unit).as('unit'),
			'tag.theme',
			ref(`feedback.${grain}`).as('period'),
			fn.countAll<number>().as('count')
		])
		.where(whereFeedback(source, filter))
		.where('feedback.receivedOn', 'is not', null)
		.where('tag.isCounted', '=', 1)
		.where('tag.taxonomy', '=', taxonomy)
		.groupBy(['unit', 'tag.theme', `feedback.${grain}`])
		.orderBy('unit')
		.orderBy('tag.theme')
		.orderBy(`feedback.${grain}`)
		.execute();
	return rows.flatMap(({ unit: id, theme, period, count }) =>
		id === null ? [] : [{ unit: id, theme, period: String(period), count: Number(count) }]
	);
}
