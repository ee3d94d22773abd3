import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { selectTagged } from '../../storage/tagged.ts';
import { whereFeedback, whereTag } from '../../storage/where-filter.ts';
import {
	exposureByStratum,
	joinStrata,
	stratumOfFeedback,
	unitColumns,
	type Stratum,
	type Unit
} from '../strata.ts';

/** As countByStratum, for each theme of a taxonomy: the contacts are the same for all. */
export async function themeByStratum(
	source: Source,
	filter: Filter,
	taxonomy: Taxonomy,
	unit: Unit
): Promise<ReadonlyMap<string, readonly Stratum[]>> {
	const [observed, exposed] = await Promise.all([
		selectTagged(source)
			.select(({ fn, ref }) => [
				'feedback.theme',
				ref(unitColumns[unit][0]).as('unit'),
				stratumOfFeedback.as('stratum'),
				fn.countAll<number>().as('count')
			])
			.where(whereFeedback(source, filter))
			.where(whereTag(filter, 'feedback'))
			.where('feedback.taxonomy', '=', taxonomy)
			.where(unitColumns[unit][0], 'is not', null)
			.groupBy(['feedback.theme', 'unit', 'stratum'])
			.execute(),
		exposureByStratum(source, filter, unit)
	]);
	const byTheme = Map.groupBy(observed, ({ theme }) => theme);
	return new Map([...byTheme].map(([theme, rows]) => [theme, joinStrata(exposed, rows)]));
}
