import type { ExposureDimension, Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';

const columns = {
	agency: 'exposure.agencyId',
	team: 'exposure.teamId',
	agent: 'exposure.agentId',
	channel: 'exposure.channel',
	stage: 'exposure.stage',
	product: 'exposure.product'
} as const satisfies Record<ExposureDimension, string>;

/** Contacts per value of a dimension; `none` where exposure does not say. */
export async function exposureByDimension(source: Source, filter: Filter, dimension: ExposureDimension) {
	const column = columns[dimension];
	const rows = await source.db
		.selectFrom('exposure')
		.select(({ fn, ref }) => [
			ref(column).as('value'),
			fn.sum<number>('exposure.contacts').as('contacts'),
			fn.sum<number>('exposure.connected').as('connected')
		])
		.where(whereExposure(source, filter))
		.groupBy(column)
		.orderBy('value')
		.execute();
	return rows.map(({ value, contacts, connected }) => ({
		value: value || 'none',
		contacts: Number(contacts),
		connected: Number(connected)
	}));
}
