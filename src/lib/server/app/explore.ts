import type { Actor } from '#core/domain/actor.ts';
import { needsExposure, shapeFor, type Exploration } from '#core/domain/exploration.ts';
import type { Filter } from '#core/domain/filter.ts';
import {
	addMonths,
	lengthOf,
	previousPeriod,
	yearBefore,
	type Grain,
	type Period
} from '#core/domain/period.ts';
import { compareRates } from '#core/stats/compare-rates.ts';
import { annotationsFor } from './annotations.ts';
import type { Deps } from './deps.ts';
import { exploreSide, rankValues, type AskedSide, type ExploredSide } from './explore-side.ts';
import { readFreeValues, readNames } from './names.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export interface ExploreInput {
	readonly filter: Filter;
	readonly grain: Grain | null;
	readonly exploration: Exploration;
}

/**
 * Any number of a filter by any facet, over time or in all, beside an earlier period or another group. Without a chosen
 * period the last twelve full months are looked at. `answer` is null where there is nothing to look at.
 */
export const explore = verb('read', async (deps: Deps, actor: Actor, input: ExploreInput) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps, actor.scope);
	const values = await readFreeValues(source, context.origin);
	const { latestMonth, today } = context;
	const fallback = latestMonth && { from: addMonths(latestMonth.to, -12), to: latestMonth.to };
	const period = filter.period ?? fallback;
	const base = { context, names, values, fallback };
	if (period === null) return { ...base, filter, answer: null };
	const chosen: Filter = { ...filter, period };
	const { exploration } = input;
	const dated = period === 'undated' ? null : period;
	const grains = dated ? grainsOf(dated) : null;
	const grain = dated && grains ? fittingGrain(input.grain, dated, grains) : null;
	const asked = (of: Filter): AskedSide => ({ filter: of, grain, today, exploration });
	const filters = [chosen, ...otherGroup(chosen, exploration)];
	const rankings = await Promise.all(filters.map((of) => rankValues(source, asked(of))));
	const keys = topKeys(rankings, exploration.top);
	const sides = await Promise.all(
		filters.map((of, at) => exploreSide(source, asked(of), { keys, ranked: rankings[at] ?? [] }))
	);
	const annotations = dated ? await annotationsFor(deps, actor, chosen, dated) : [];
	const series = sides[0]?.series.length ?? 0;
	return {
		...base,
		filter: chosen,
		answer: {
			period,
			grain,
			grains,
			sides,
			annotations,
			ratios: ratiosOf(sides, exploration),
			missing: needsExposure(exploration.measure) ? missingOf(sides) : null,
			...shapeFor(exploration, { isDated: dated !== null, series })
		}
	};
});

export type Explored = Awaited<ReturnType<typeof explore>>;

/** Rates of the first group over those of the other; null where one of them says too little. */
function ratiosOf([first, second]: readonly ExploredSide[], { measure }: Exploration) {
	if (!first || !second || (measure !== 'rate' && measure !== 'accounts')) return null;
	return first.series.map(({ kind, key, whole }) => {
		const other = second.series.find((one) => one.kind === kind && one.key === key)?.whole;
		if (!other || whole.isTooFew || other.isTooFew || !whole.denominator || !other.denominator) return null;
		const { ratio, interval } = compareRates(
			{ count: other.numerator, exposure: other.denominator },
			{ count: whole.numerator, exposure: whole.denominator }
		);
		return ratio === null ? null : { ratio, interval };
	});
}

function missingOf(sides: readonly { readonly missing: 'no-match' | null }[]): 'no-match' | null {
	return sides.find(({ missing }) => missing !== null)?.missing ?? null;
}

/** The filter of what is compared with; none where there is none. */
function otherGroup(filter: Filter, { compare, group }: Exploration): readonly Filter[] {
	if (compare === 'group') return [{ ...group, period: filter.period, origin: filter.origin, text: '' }];
	if (compare === 'none' || filter.period === null || filter.period === 'undated') return [];
	const before = compare === 'previous' ? previousPeriod : yearBefore;
	return [{ ...filter, period: before(filter.period) }];
}

/** The values with most feedback in all groups together: every group shows the same ones. */
function topKeys(
	rankings: readonly (readonly { readonly keys: readonly (string | null)[]; readonly feedback: number }[])[],
	top: number
): readonly (string | null)[] {
	const counts = new Map<string | null, number>();
	for (const { keys, feedback } of rankings.flat())
		counts.set(keys[0] ?? null, (counts.get(keys[0] ?? null) ?? 0) + feedback);
	const named = (key: string | null) => key ?? '\uffff';
	return [...counts]
		.sort(
			([one, oneCount], [other, otherCount]) => otherCount - oneCount || (named(one) < named(other) ? -1 : 1)
		)
		.slice(0, top)
		.map(([key]) => key);
}

const longest = { day: 366, week: 3 * 366 } as const;

export interface OfferedGrain {
	readonly grain: Grain;
	/** Too many steps to draw. */
	readonly isTooFine: boolean;
}

function grainsOf(period: Period): readonly OfferedGrain[] {
	const days = lengthOf(period);
	const isTooFine = (grain: Grain) => (grain === 'day' || grain === 'week') && days > longest[grain];
	return (['day', 'week', 'month', 'quarter', 'year'] as const).map((grain) => ({
		grain,
		isTooFine: isTooFine(grain)
	}));
}

/** The asked one where it can be drawn, else one that gives a readable number of steps. */
function fittingGrain(wanted: Grain | null, period: Period, grains: readonly OfferedGrain[]): Grain {
	const isOffered = grains.some(({ grain, isTooFine }) => grain === wanted && !isTooFine);
	if (wanted !== null && isOffered) return wanted;
	const days = lengthOf(period);
	if (days <= 31) return 'day';
	if (days <= 100) return 'week';
	return days <= 4 * 366 ? 'month' : 'quarter';
}
