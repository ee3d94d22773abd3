import type { Filter } from '#core/domain/filter.ts';
import { periodKey, type Grain } from '#core/domain/period.ts';
import type { Source } from '../../storage/question-schema.ts';
import { exposureByDay } from './exposure-by-day.ts';

/** Connected contacts per period, oldest first. */
export async function exposureByPeriod(source: Source, filter: Filter, grain: Grain) {
	const sums = new Map<string, number>();
	for (const { day, connected } of await exposureByDay(source, filter)) {
		const period = periodKey(day, grain);
		sums.set(period, (sums.get(period) ?? 0) + connected);
	}
	return [...sums]
		.map(([period, connected]) => ({ period, connected }))
		.sort((one, other) => (one.period < other.period ? -1 : 1));
}
