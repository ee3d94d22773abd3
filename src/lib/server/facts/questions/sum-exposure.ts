import type { Filter } from '#core/domain/filter.ts';
import { exposureDay } from '../../storage/period-column.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';

export interface ExposureSum {
	readonly contacts: number;
	readonly connected: number;
	/** Accounts in collection on an average day with exposure. */
	readonly meanAccounts: number;
	readonly days: number;
}

/** What collectors did under the filter, as far as exposure knows its fields; zeros where there is none. */
export async function sumExposure(source: Source, filter: Filter): Promise<ExposureSum> {
	const row = await source.db
		.selectFrom('exposure')
		.select(({ fn }) => [
			fn.sum<number | null>('exposure.contacts').as('contacts'),
			fn.sum<number | null>('exposure.connected').as('connected'),
			fn.sum<number | null>('exposure.accounts').as('accounts'),
			fn
				.count<number>(exposureDay(source) as never)
				.distinct()
				.as('days')
		])
		.where(whereExposure(source, filter))
		.executeTakeFirstOrThrow();
	const days = Number(row.days);
	return {
		contacts: Number(row.contacts ?? 0),
		connected: Number(row.connected ?? 0),
		meanAccounts: days === 0 ? 0 : Number(row.accounts ?? 0) / days,
		days
	};
}
