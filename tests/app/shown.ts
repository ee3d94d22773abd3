import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf, type Period } from '#core/domain/period.ts';
import type { Deps } from '#server/app/deps.ts';
import type { KpiResult } from '#server/app/kpi-values.ts';
import type { Overview } from '#server/app/overview.ts';
import type { ThemeTrend } from '#server/app/trend.ts';
import type { UnitStanding } from '#server/app/units.ts';
import { listFeedback } from '#server/storage/feedback-list.ts';
import { administrator } from './deps.ts';

/** A count on a page, and the filter of the link behind it. */
export interface Shown {
	readonly what: string;
	readonly count: number;
	readonly filter: Filter;
}

type Patch = Partial<Filter>;

export function shownKpis(results: readonly KpiResult[]): Shown[] {
	return results
		.filter(({ id }) => kpis[id].numerator.count !== 'borrowers')
		.map(({ id, now, filter }) => ({
			what: id,
			count: (kpis[id].numerator.count === 'mean-rating' ? now.denominator : now.numerator) ?? -1,
			filter
		}));
}

export function shownTrend(trend: ThemeTrend, filter: Filter, within: Period): Shown[] {
	const drawn = { ...filter, period: within };
	const rows = [...trend.rows, ...(trend.others ? [trend.others] : [])];
	return rows.flatMap(({ themes, total, counts }) => [
		{ what: `trend ${themes}`, count: total, filter: narrow(drawn, { theme: themes }) },
		...trend.periods.map(({ key }, at) => ({
			what: `trend ${themes} ${key}`,
			count: counts[at] ?? -1,
			filter: narrow(drawn, { theme: themes, period: periodOf(key) })
		}))
	]);
}

export function shownUnits(
	units: readonly Pick<UnitStanding, 'id' | 'count'>[],
	filter: Filter,
	unit: 'agency' | 'team' | 'agent'
): Shown[] {
	return units.map(({ id, count }) => ({
		what: `${unit} ${id}`,
		count,
		filter: narrow(filter, { ...kpis.K03.numerator.where, [unit]: [id] })
	}));
}

/** Every number of the overview that leads to a list. */
export function shownByOverview({ filter, answer }: Overview): Shown[] {
	if (!answer) return [];
	const shown = (what: string, count: number, patch: Patch, base = filter): Shown => ({
		what,
		count,
		filter: narrow(base, patch)
	});
	const drawn = { ...filter, period: answer.trendPeriod };
	return [
		...shownKpis(answer.kpis),
		...shownTrend(answer.trend, filter, answer.trendPeriod),
		...answer.rate.points.map(({ key, value }) =>
			shown(`rate ${key}`, value.numerator, { ...kpis.K05.numerator.where, period: periodOf(key) }, drawn)
		),
		...answer.themes.flatMap(({ theme, count, before }) => [
			shown(`theme ${theme}`, count, { theme: [theme] }),
			shown(`before ${theme}`, before, { theme: [theme] }, { ...filter, period: answer.previous })
		]),
		...answer.channels.map(({ channel, count }) =>
			shown(`channel ${channel}`, count, { ...kpis.K03.numerator.where, channel: [channel] })
		),
		...answer.heat.cells.map(({ value, theme, count }) =>
			shown(`heat ${value} ${theme}`, count, { channel: [value], theme: [theme] })
		),
		...shownUnits(answer.teams, filter, 'team'),
		...shownUnits(answer.agencies, filter, 'agency'),
		{ what: 'undated', count: answer.undated, filter: { ...filter, period: 'undated' } }
	];
}

/** What the links really list, in the form of what is shown. */
export async function behindLinks(
	{ store }: Deps,
	shown: readonly Shown[],
	actor: Actor = administrator
): Promise<Record<string, number>> {
	const listed: Record<string, number> = {};
	for (const { what, filter } of shown) {
		const page = { sort: 'newest', after: null, limit: 5000 } as const;
		listed[what] = (await listFeedback(store, actor.scope, filter, page)).length;
	}
	return listed;
}

export function asCounts(shown: readonly Shown[]): Record<string, number> {
	return Object.fromEntries(shown.map(({ what, count }) => [what, count]));
}
