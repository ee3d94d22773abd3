import type { Filter } from '#core/domain/filter.ts';
import { isStated } from '../../storage/not-stated.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import {
	exposureByStratum,
	joinStrata,
	stratumColumns,
	unitColumns,
	type Stratum,
	type Unit
} from '../strata.ts';

/**
 * Feedback and connected contacts per unit and channel × stage × product: what indirect standardisation needs.
 * Feedback that names no unit is in no stratum; one that leaves the stage or the product open is compared with contacts
 * that leave it open too.
 */
export async function countByStratum(
	source: Source,
	filter: Filter,
	unit: Unit
): Promise<readonly Stratum[]> {
	const [observed, exposed] = await Promise.all([
		source.db
			.selectFrom('feedback')
			.select(({ fn, ref }) => [
				ref(unitColumns[unit][0]).as('unit'),
				...stratumColumns.map((column) => `feedback.${column}` as const),
				fn.countAll<number>().as('count')
			])
			.where(whereFeedback(source, filter))
			.where(isStated(source, unitColumns[unit][0]))
			.groupBy(['unit', ...stratumColumns.map((column) => `feedback.${column}` as const)])
			.execute(),
		exposureByStratum(source, filter, unit)
	]);
	return joinStrata(exposed, observed);
}
