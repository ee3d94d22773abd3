import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';
import { seriesUnitOf, type SeriesUnit } from '../unit-columns.ts';

/** Connected contacts per unit and month or week. */
export async function exposureSeries(
	source: Source,
	filter: Filter,
	{ unit, grain }: { unit: SeriesUnit; grain: 'month' | 'week' }
) {
	const rows = await source.db
		.selectFrom('exposure')
		.select(({ fn, ref }) => [
			seriesUnitOf('exposure', unit).as('unit'),
			ref(`exposure.${grain}`).as('period'),
			fn.sum<number>('exposure.connected').as('connected')
		])
		.where(whereExposure(source, filter))
		.groupBy(['unit', `exposure.${grain}`])
		.orderBy('unit')
		.orderBy(`exposure.${grain}`)
		.execute();
	return rows.map(({ unit: id, period, connected }) => ({
		unit: id ?? '',
		period: String(period),
		connected: Number(connected)
	}));
}
