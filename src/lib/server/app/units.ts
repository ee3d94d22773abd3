import { hasExposureMatch, ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Kpi, KpiValue } from '#core/domain/kpi.ts';
import type { Period } from '#core/domain/period.ts';
import { expectedCounts } from '#core/stats/expected.ts';
import { funnelLevels, funnelLimits } from '#core/stats/funnel-limits.ts';
import type { Interval } from '#core/stats/interval.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByStratum } from '../facts/questions/count-by-stratum.ts';
import { exposureByDimension } from '../facts/questions/exposure-by-dimension.ts';
import type { Stratum } from '../facts/strata.ts';
import type { Source } from '../storage/question-schema.ts';

/** A team, agency or agent beside what anyone would be expected to get with its work. */
export interface UnitStanding {
	readonly id: string;
	/** All of the unit's feedback in the numerator: what its link lists. */
	readonly count: number;
	/** Of them, in strata that can be compared, and the count expected there. */
	readonly observed: number;
	readonly expected: number;
	readonly connected: number;
	/** Observed ÷ expected; null when nothing is expected. */
	readonly ratio: number | null;
}

interface UnitsAsked {
	readonly unit: 'agency' | 'team' | 'agent';
	readonly period: Period;
	/** Where the caller has asked {@link unitStrata} already. */
	readonly strata?: Promise<readonly Stratum[]>;
}

/** What units are compared within: of all units within the asker's scope, whichever the filter shows. */
export async function unitStrata(
	source: Source,
	kpi: Kpi,
	filter: Filter,
	{ unit, period }: UnitsAsked
): Promise<readonly Stratum[]> {
	if (!hasExposureMatch(filter)) return [];
	return countByStratum(source, narrow(ofAllUnits({ ...filter, period }), kpi.numerator.where), unit);
}

/**
 * Units under a filter by indirect standardisation over channel × stage × product: a unit that only works harder
 * accounts is not blamed for them. Expected counts come from all units within the asker's scope and the filter's
 * period, channel, stage and product, whichever units the filter shows.
 */
export async function unitStandings(
	source: Source,
	kpi: Kpi,
	filter: Filter,
	{ unit, period, strata = unitStrata(source, kpi, filter, { unit, period }) }: UnitsAsked
): Promise<readonly UnitStanding[]> {
	const [counted, cells] = await Promise.all([
		countByDimension(source, narrow({ ...filter, period }, kpi.numerator.where), unit),
		strata
	]);
	const expectations = expectedCounts(cells);
	const countOf = new Map(counted.map(({ value, count }) => [value, count]));
	const isShown = (id: string) =>
		(filter[unit].length === 0 || filter[unit].includes(id)) && !filter.not[unit]?.includes(id);
	const hasOther = filter.agency.length + filter.team.length > 0 || filter.not.agency || filter.not.team;
	const shownBy = unit === 'agency' || !hasOther;
	const ids = new Set([
		...counted.map(({ value }) => value).filter((value) => value !== 'none'),
		...(shownBy ? [...expectations.keys()].filter(isShown) : [])
	]);
	return [...ids].sort().map((id) => {
		const { observed, expected, exposure } = expectations.get(id) ?? {
			observed: 0,
			expected: 0,
			exposure: 0
		};
		return {
			id,
			count: countOf.get(id) ?? 0,
			observed,
			expected,
			connected: exposure,
			ratio: expected > 0 ? observed / expected : null
		};
	});
}

export interface FunnelLimit {
	readonly expected: number;
	readonly inner: { readonly low: number; readonly high: number };
	readonly outer: { readonly low: number; readonly high: number };
}

const curvePoints = 40;
const leastExpected = 1;

/** The limits' curves from 1 expected to a little beyond the largest unit's, in equal ratios; by chance alone unless told. */
export function funnelCurve(
	units: readonly Pick<UnitStanding, 'expected'>[],
	limitsAt: (expected: number, level: number) => Interval = funnelLimits
): readonly FunnelLimit[] {
	const most = 1.12 * Math.max(leastExpected + 1, ...units.map(({ expected }) => expected));
	const step = Math.log(most / leastExpected) / (curvePoints - 1);
	return Array.from({ length: curvePoints }, (_, at) => {
		const expected = leastExpected * Math.exp(step * at);
		return {
			expected,
			inner: limitsAt(expected, funnelLevels.inner),
			outer: limitsAt(expected, funnelLevels.outer)
		};
	});
}

export interface ChannelRate {
	readonly channel: string;
	readonly count: number;
	readonly value: KpiValue;
}

/** A KPI per contacts of each channel, most first. */
export async function channelRates(
	source: Source,
	kpi: Kpi,
	filter: Filter,
	period: Period
): Promise<readonly ChannelRate[]> {
	const hasMatch = hasExposureMatch(filter);
	const [counted, exposed] = await Promise.all([
		countByDimension(source, narrow({ ...filter, period }, kpi.numerator.where), 'channel'),
		hasMatch ? exposureByDimension(source, { ...filter, period }, 'channel') : []
	]);
	const connected = new Map(exposed.map((row) => [row.value, row.connected]));
	const silent = exposed.filter(({ value }) => !counted.some((row) => row.value === value));
	return [...counted, ...silent.map(({ value }) => ({ value, count: 0 }))].map(({ value, count }) => ({
		channel: value,
		count,
		value: evaluateKpi(kpi, {
			numerator: count,
			denominator: connected.get(value) || null,
			...(hasMatch ? {} : { missing: 'no-match' as const })
		})
	}));
}
