import type { Filter } from '#core/domain/filter.ts';
import type { Grain } from '#core/domain/period.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';

/** Connected contacts per period, oldest first. */
export async function exposureByPeriod(source: Source, filter: Filter, grain: Grain) {
	const rows = await source.db
		.selectFrom('exposure')
		.select(({ fn, ref }) => [
			ref(`exposure.${grain}`).as('period'),
			fn.sum<number>('exposure.connected').as('connected')
		])
		.where(whereExposure(source, filter))
		.groupBy(`exposure.${grain}`)
		.orderBy(`exposure.${grain}`)
		.execute();
	return rows.map(({ period, connected }) => ({ period: String(period), connected: Number(connected) }));
}
