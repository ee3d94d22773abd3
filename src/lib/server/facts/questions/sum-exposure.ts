import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { exposureByDay, type ExposureOfDay } from './exposure-by-day.ts';

export interface ExposureSum {
	readonly contacts: number;
	readonly connected: number;
	/** Accounts in collection on an average day with exposure. */
	readonly meanAccounts: number;
	readonly days: number;
}

/** What collectors did under the filter, as far as exposure knows its fields; zeros where there is none. */
export async function sumExposure(source: Source, filter: Filter): Promise<ExposureSum> {
	const days = await exposureByDay(source, filter);
	const sum = (of: (day: ExposureOfDay) => number) => days.reduce((total, day) => total + of(day), 0);
	return {
		contacts: sum(({ contacts }) => contacts),
		connected: sum(({ connected }) => connected),
		meanAccounts: days.length === 0 ? 0 : sum(({ accounts }) => accounts) / days.length,
		days: days.length
	};
}
