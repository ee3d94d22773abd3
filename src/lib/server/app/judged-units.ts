import { hasExposureMatch, ofAllUnits, type Filter } from '#core/domain/filter.ts';
import type { Kpi } from '#core/domain/kpi.ts';
import { addMonths, type Period } from '#core/domain/period.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { funnelLimits } from '#core/stats/funnel-limits.ts';
import { judgeStandings, type JudgedFunnel, type JudgedStanding } from '#core/stats/judge-standings.ts';
import { themeByDimension } from '../facts/questions/theme-by-dimension.ts';
import { themeByStratum } from '../facts/questions/theme-by-stratum.ts';
import type { Source } from '../storage/question-schema.ts';
import { keptView } from './kept-count.ts';
import { unitStandings, unitStrata, type UnitStanding } from './units.ts';
import type { ViewContext } from './view-context.ts';

export type UnitKind = 'agency' | 'team' | 'agent';

/** Units are looked at over a year unless another period is chosen: a month says nothing about a few people. */
export function unitPeriod(filter: Filter, { latestMonth }: Pick<ViewContext, 'latestMonth'>): Period | null {
	if (filter.period === 'undated') return null;
	if (filter.period) return filter.period;
	return latestMonth && { from: addMonths(latestMonth.to, -12), to: latestMonth.to };
}

/** A unit as {@link UnitStanding}, judged together with all units of its kind. */
export interface JudgedUnit
	extends UnitStanding, Pick<JudgedStanding, 'shrunken' | 'limits' | 'adjusted' | 'verdict'> {}

export interface JudgedUnits {
	readonly units: readonly JudgedUnit[];
	readonly tested: number;
	readonly byChance: number;
	readonly beyond: number;
	/** Of the spread between units: is it more than chance, and therefore allowed for in the limits? */
	readonly spread: { readonly phi: number; readonly isApplied: boolean };
	limitsAt(expected: number, level?: number): { readonly low: number; readonly high: number };
}

const anyTheme = '';

export const noUnits: JudgedUnits = {
	units: [],
	tested: 0,
	byChance: 0,
	beyond: 0,
	spread: { phi: 1, isApplied: false },
	limitsAt: funnelLimits
};

/** Units of one kind for a KPI, each against its expectation; the family of the correction is these units. */
export async function judgedUnits(
	source: Source,
	kpi: Kpi,
	filter: Filter,
	{ unit, period }: { unit: UnitKind; period: Period }
): Promise<JudgedUnits> {
	const strata = unitStrata(source, kpi, filter, { unit, period });
	const [standings, cells] = await Promise.all([
		unitStandings(source, kpi, filter, { unit, period, strata }),
		strata
	]);
	const funnel = judgeStandings([{ kind: unit, theme: anyTheme, cells, isWhole: true }]);
	const { phi, isApplied } = funnel.spreadOf(anyTheme);
	const judgedOf = new Map(funnel.standings.map((one) => [one.unit, one]));
	return {
		units: standings.map((standing) => {
			const judged = judgedOf.get(standing.id);
			return {
				...standing,
				shrunken: judged?.shrunken ?? null,
				limits: judged?.limits ?? null,
				adjusted: judged?.adjusted ?? null,
				verdict: judged?.verdict ?? 'too-few'
			};
		}),
		tested: funnel.tested,
		byChance: funnel.byChance,
		beyond: funnel.beyond,
		spread: { phi, isApplied },
		limitsAt: (expected, level) => funnel.limitsAt(anyTheme, expected, level)
	};
}

export interface ThemeOfUnit extends JudgedStanding {
	/** All of the unit's feedback with the theme: what its link lists. */
	readonly count: number;
}

export interface JudgedThemes extends Pick<JudgedFunnel, 'tested' | 'byChance' | 'beyond'> {
	/** Units with feedback or contacts, theme by theme. */
	readonly standings: readonly ThemeOfUnit[];
}

/**
 * Every theme of a taxonomy for every unit of a kind, all corrected together: the same unit and theme has the same
 * verdict on the page of the unit and on that of the theme. A filter by theme chooses what is shown, not what is
 * corrected for.
 */
export async function judgedThemes(
	source: Source,
	filter: Filter,
	asked: { taxonomy: Taxonomy; unit: UnitKind }
): Promise<JudgedThemes> {
	const everyone = ofAllUnits({ ...filter, theme: [] });
	const key = ['judged-themes', everyone, asked];
	const { standings, ...sums } = await keptView(source, key, () => judgeThemes(source, everyone, asked));
	const isAsked = ({ theme }: JudgedStanding) => filter.theme.length === 0 || filter.theme.includes(theme);
	return { ...sums, standings: standings.filter(isAsked) };
}

async function judgeThemes(
	source: Source,
	everyone: Filter,
	{ taxonomy, unit }: { taxonomy: Taxonomy; unit: UnitKind }
): Promise<JudgedThemes> {
	const hasMatch = hasExposureMatch(everyone);
	const [strata, counted] = await Promise.all([
		hasMatch ? themeByStratum(source, everyone, taxonomy, unit) : new Map<string, never[]>(),
		themeByDimension(source, everyone, taxonomy, unit)
	]);
	const { standings, tested, byChance, beyond } = judgeStandings(
		[...strata].map(([theme, cells]) => ({ kind: unit, theme, cells }))
	);
	const keyOf = (theme: string, id: string) => `${theme}\t${id}`;
	const countOf = new Map(counted.map(({ value, theme, count }) => [keyOf(theme, value), count]));
	const known = new Set(standings.map((one) => keyOf(one.theme, one.unit)));
	const uncompared = counted
		.filter(({ value, theme }) => value !== 'none' && !known.has(keyOf(theme, value)))
		.map(({ value, theme }): JudgedStanding => ({ ...nothingExpected, unit: value, theme }));
	return {
		tested,
		byChance,
		beyond,
		standings: [...standings, ...uncompared].map((one) => ({
			...one,
			count: countOf.get(keyOf(one.theme, one.unit)) ?? 0
		}))
	};
}

const nothingExpected = {
	observed: 0,
	expected: 0,
	connected: 0,
	ratio: null,
	shrunken: null,
	limits: null,
	adjusted: null,
	verdict: 'too-few'
} as const;
