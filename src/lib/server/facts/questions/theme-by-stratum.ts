import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { selectTagged } from '../../storage/tagged.ts';
import { isStated } from '../../storage/not-stated.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import {
	exposureByStratum,
	joinStrata,
	stratumColumns,
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
		selectTagged(source, filter, taxonomy)
			.select(({ fn, ref }) => [
				'feedback.theme',
				ref(unitColumns[unit][0]).as('unit'),
				...stratumColumns.map((column) => `feedback.${column}` as const),
				fn.countAll<number>().as('count')
			])
			.where(whereFeedback(source, filter))
			.where(isStated(source, unitColumns[unit][0]))
			.groupBy(['feedback.theme', 'unit', ...stratumColumns.map((column) => `feedback.${column}` as const)])
			.execute(),
		exposureByStratum(source, filter, unit)
	]);
	const byTheme = Map.groupBy(observed, ({ theme }) => theme);
	return new Map([...byTheme].map(([theme, rows]) => [theme, joinStrata(exposed, rows)]));
}
