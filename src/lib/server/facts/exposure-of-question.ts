import { sql, type RawBuilder } from 'kysely';
import {
	isExposureAxis,
	splitsExposure,
	type CountRow,
	type ExposureOfRow,
	type Question,
	type Split
} from '#core/domain/question.ts';
import type { Source } from '../storage/question-schema.ts';
import { dayColumn, periodColumn } from '../storage/period-column.ts';
import { exposureColumns, whereExposure } from '../storage/where-filter.ts';
import { keyColumns, keyName } from './question-rows.ts';

export interface ExposureByKeys {
	/** Of a row's keys; zeros where nothing was done. */
	readonly at: (keys: CountRow['keys']) => ExposureOfRow;
	/** Keys of every exposure; none where a split is by what feedback says. */
	readonly silent: readonly CountRow['keys'][];
}

const amounts = ['contacts', 'connected', 'accounts'] as const;

/** What collectors did under a question's filter, by those of its splits that exposure has. */
export async function askExposure(source: Source, { filter, splits }: Question): Promise<ExposureByKeys> {
	const shared = splits.map(splitsExposure);
	const columns = splits.filter(splitsExposure).map((split) => exposureColumn(source, split));
	const keys = keyColumns.slice(0, columns.length);
	const day = dayColumn(source, 'exposure');
	const days = source.db
		.selectFrom('exposure')
		.select(columns.map((column, at) => column.as(keyColumns[at as 0 | 1])))
		.select(({ fn }) => amounts.map((amount) => fn.sum<number>(`exposure.${amount}`).as(amount)))
		.where(whereExposure(source, filter))
		.groupBy([...columns, day])
		.as('days');
	// Days first, and then their number, is faster than counting different ones.
	const rows = await source.db
		.selectFrom(days)
		.select(keys as never[])
		.select(({ fn }) => [
			...amounts.map((amount) => fn.sum<number | null>(amount).as(amount)),
			fn.countAll<number>().as('days')
		])
		.$if(keys.length > 0, (query) => query.groupBy(keys as never[]))
		.execute();
	const known = new Map(
		rows.map((row) => {
			const keyed = row as unknown as Readonly<Record<string, string>>;
			const keys = columns.map((_, at) => keyed[`key${at}`] || null);
			return [keyName(keys), { keys, amounts: amountsOf(row) }];
		})
	);
	return {
		at: (keys) => known.get(keyName(keys.filter((_, at) => shared[at])))?.amounts ?? nothing,
		silent: shared.every(Boolean) && shared.length > 0 ? [...known.values()].map(({ keys }) => keys) : []
	};
}

function exposureColumn(source: Source, split: Split): RawBuilder<string | null> {
	if ('grain' in split) return periodColumn(source, split.grain, 'exposure');
	if (!isExposureAxis(split.by)) throw new TypeError(`Exposure has no ${split.by}.`);
	return sql`${sql.ref(exposureColumns[split.by])}`;
}

const nothing: ExposureOfRow = { contacts: 0, connected: 0, accounts: 0 };

function amountsOf(row: {
	readonly contacts: number | null;
	readonly connected: number | null;
	readonly accounts: number | null;
	readonly days: number;
}): ExposureOfRow {
	const days = Number(row.days);
	return {
		contacts: Number(row.contacts ?? 0),
		connected: Number(row.connected ?? 0),
		accounts: days === 0 ? 0 : Number(row.accounts ?? 0) / days
	};
}
