import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { selectTagged } from '../../storage/tagged.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import { seriesUnitOf, type SeriesUnit } from '../unit-columns.ts';

/** Feedback per unit, theme of a taxonomy and month or week; feedback that names no unit is left out. */
export async function themeSeries(
	source: Source,
	filter: Filter,
	{ taxonomy, unit, grain }: { taxonomy: Taxonomy; unit: SeriesUnit; grain: 'month' | 'week' }
) {
	const rows = await selectTagged(source, { ...filter, polarity: [], status: [] }, taxonomy)
		.select(({ fn, ref }) => [
			seriesUnitOf('feedback', unit).as('unit'),
			'feedback.theme',
			ref(`feedback.${grain}`).as('period'),
			fn.countAll<number>().as('count')
		])
		.where(whereFeedback(source, filter))
		.where(isStated(source, 'feedback.receivedOn'))
		.groupBy(['unit', 'feedback.theme', `feedback.${grain}`])
		.orderBy('unit')
		.orderBy('feedback.theme')
		.orderBy(`feedback.${grain}`)
		.execute();
	return rows.flatMap(({ unit: id, theme, period, count }) =>
		unit !== 'whole' && !id ? [] : [{ unit: id ?? '', theme, period: String(period), count: Number(count) }]
	);
}
