import type { Filter } from '#core/domain/filter.ts';
import { dayColumn, readDay } from '../../storage/period-column.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';

export interface ExposureOfDay {
	readonly day: string;
	readonly contacts: number;
	readonly connected: number;
	/** In collection. */
	readonly accounts: number;
}

/** What collectors did under the filter, day by day, as far as exposure knows its fields. */
export async function exposureByDay(source: Source, filter: Filter): Promise<readonly ExposureOfDay[]> {
	const day = dayColumn(source, 'exposure');
	const rows = await source.db
		.selectFrom('exposure')
		.select(({ fn }) => [
			day.as('day'),
			fn.sum<number>('exposure.contacts').as('contacts'),
			fn.sum<number>('exposure.connected').as('connected'),
			fn.sum<number>('exposure.accounts').as('accounts')
		])
		.where(whereExposure(source, filter))
		.groupBy(day)
		.execute();
	return rows.map((row) => ({
		day: readDay(row.day) ?? '',
		contacts: Number(row.contacts),
		connected: Number(row.connected),
		accounts: Number(row.accounts)
	}));
}
