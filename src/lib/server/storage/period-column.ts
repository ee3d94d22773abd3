import { sql, type RawBuilder } from 'kysely';
import type { Grain } from '#core/domain/period.ts';
import { noText, undatedDay } from './not-stated.ts';
import type { Source } from './question-schema.ts';

/** The key of the period of a row's day; the facts hold it, the store works it out. */
export function periodColumn(
	source: Source,
	grain: Grain,
	table: 'feedback' | 'exposure' = 'feedback'
): RawBuilder<string | null> {
	if (source.engine === 'facts') return sql`${sql.ref(`${table}.${grain}`)}`;
	const day = sql<string | null>`${sql.ref(table === 'feedback' ? 'feedback.receivedOn' : 'exposure.day')}`;
	if (grain === 'day') return day;
	if (grain === 'month') return sql`substr(${day}, 1, 7)`;
	if (grain === 'year') return sql`substr(${day}, 1, 4)`;
	if (grain === 'quarter')
		return sql`substr(${day}, 1, 4) || '-Q' || ((cast(substr(${day}, 6, 2) as integer) + 2) / 3)`;
	return source.dialect === 'postgres'
		? sql`to_char(cast(${day} as date), 'IYYY"-W"IW')`
		: sql`strftime('%G-W%V', ${day})`;
}

/** A row's day, to be grouped: the facts hold it as a number too, which is several times faster. */
export function dayColumn(
	{ themePlaces }: Source,
	table: 'feedback' | 'exposure'
): RawBuilder<string | number | null> {
	if (themePlaces) return sql`${sql.ref(`${table}.dayNumber`)}`;
	return sql`${sql.ref(table === 'feedback' ? 'feedback.receivedOn' : 'exposure.day')}`;
}

const msOfDay = 86_400_000;

/** What {@link dayColumn} gives as a day; null where there is none. */
export function readDay(value: string | number | null): string | null {
	if (typeof value !== 'number') return value === noText ? null : value;
	return value === undatedDay ? null : new Date(value * msOfDay).toISOString().slice(0, 10);
}
