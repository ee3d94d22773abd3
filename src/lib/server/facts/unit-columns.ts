import { sql } from 'kysely';

/** What a rate over time can be split by; `whole` is one series. */
export const seriesUnits = ['whole', 'agency', 'team', 'channel'] as const;
export type SeriesUnit = (typeof seriesUnits)[number];

const columns = { agency: 'agencyId', team: 'teamId', channel: 'channel' } as const;

/** The unit of a row of `table`; '' for the whole. */
export function seriesUnitOf(table: 'feedback' | 'exposure', unit: SeriesUnit) {
	return unit === 'whole'
		? sql<string | null>`''`
		: sql<string | null>`${sql.ref(`${table}.${columns[unit]}`)}`;
}
