import type { Filter } from '#core/domain/filter.ts';
import { exposureSeries } from '../../facts/questions/exposure-series.ts';
import { themeSeries } from '../../facts/questions/theme-series.ts';
import type { SeriesUnit } from '../../facts/unit-columns.ts';
import type { ScanContext } from './scan-context.ts';

/** A conduct theme of one unit over time, beside the unit's contacts. */
export interface Series {
	readonly unit: SeriesUnit;
	readonly unitId: string;
	readonly theme: string;
	readonly counts: readonly number[];
	readonly exposures: readonly number[];
}

/** Series over `keys` of every unit with contacts and every theme it has feedback of. */
export async function readSeries(
	{ source }: Pick<ScanContext, 'source'>,
	filter: Filter,
	units: readonly SeriesUnit[],
	{ grain, keys }: { grain: 'month' | 'week'; keys: readonly string[] }
): Promise<readonly Series[]> {
	const at = new Map(keys.map((key, index) => [key, index]));
	const all = await Promise.all(
		units.map(async (unit) => {
			const [counted, exposed] = await Promise.all([
				themeSeries(source, filter, { taxonomy: 'conduct', unit, grain }),
				exposureSeries(source, filter, { unit, grain })
			]);
			const exposures = new Map<string, number[]>();
			for (const { unit: id, period, connected } of exposed) put(exposures, id, at.get(period), connected);
			const counts = new Map<string, number[]>();
			for (const { unit: id, theme, period, count } of counted)
				if (exposures.has(id)) put(counts, `${id}\t${theme}`, at.get(period), count);
			return [...counts].map(([key, series]) => {
				const [unitId = '', theme = ''] = key.split('\t');
				return { unit, unitId, theme, counts: series, exposures: exposures.get(unitId) ?? [] };
			});
		})
	);
	return all.flat();

	function put(into: Map<string, number[]>, key: string, index: number | undefined, value: number): void {
		const series = into.get(key) ?? keys.map(() => 0);
		if (index !== undefined) series[index] = value;
		into.set(key, series);
	}
}

/**
 * Leaves out what is only the sum of its parts: the whole or an agency that would not be found without those of its
 * teams that were found for the same theme.
 */
export function withoutSums<Found extends { readonly series: Series }>(
	found: readonly Found[],
	agencyOf: ReadonlyMap<string, string>,
	isFound: (series: Series) => boolean
): readonly Found[] {
	const teams = found.filter(({ series }) => series.unit === 'team');
	return found.filter(({ series }) => {
		if (series.unit !== 'whole' && series.unit !== 'agency') return true;
		const parts = teams.filter(
			({ series: team }) =>
				team.theme === series.theme &&
				(series.unit === 'whole' || agencyOf.get(team.unitId) === series.unitId)
		);
		if (parts.length === 0) return true;
		const rest = (values: readonly number[], of: (series: Series) => readonly number[]) =>
			values.map((value, index) =>
				Math.max(0, value - parts.reduce((sum, part) => sum + (of(part.series)[index] ?? 0), 0))
			);
		return isFound({
			...series,
			counts: rest(series.counts, ({ counts }) => counts),
			exposures: rest(series.exposures, ({ exposures }) => exposures)
		});
	});
}
