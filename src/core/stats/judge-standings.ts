import { expectedCounts } from './expected.ts';
import { funnelLevels, funnelLimits, type FunnelVerdict } from './funnel-limits.ts';
import type { Interval } from './interval.ts';
import { shrinkRatios } from './marshall-shrinkage.ts';
import { buildUnitFunnel } from './overdispersed-funnel.ts';
import { judgeUnits, type UnitComparison } from './scan/judge-units.ts';
import { scanRules } from './scan/scan-rules.ts';

/** A unit beside what anybody would get with its work, for one theme. */
export interface JudgedStanding {
	readonly unit: string;
	readonly theme: string;
	/** In strata where somebody has contacts: comparable with `expected`. */
	readonly observed: number;
	readonly expected: number;
	readonly connected: number;
	/** Observed ÷ expected; null where nothing is expected. */
	readonly ratio: number | null;
	/** The ratio drawn towards that of all units, the more the less is expected; null where nothing is expected. */
	readonly shrunken: number | null;
	/** Of the ratio at 99.8 %, with the usual spread between units where that is allowed for; null: not judged. */
	readonly limits: Interval | null;
	/** For all comparisons given together; null: not judged. */
	readonly adjusted: number | null;
	/** Outside: beyond the limits, and kept by the control of false discoveries. */
	readonly verdict: FunnelVerdict;
}

export interface JudgedFunnel {
	readonly standings: readonly JudgedStanding[];
	/** Comparisons that were tested. */
	readonly tested: number;
	/** Of them, how many chance alone puts beyond their limits. */
	readonly byChance: number;
	/** Beyond their limits, before the control of false discoveries. */
	readonly beyond: number;
	/** Of one theme; exact limits where fewer than ten units were tested, or they spread no more than by chance. */
	limitsAt(theme: string, expected: number, level?: number): Interval;
	spreadOf(theme: string): { readonly phi: number; readonly isApplied: boolean };
}

/** What a unit needs before anything is said of it: the rule of the signals. */
export const fewestToJudge = {
	expected: scanRules.outlier.fewestExpected,
	contacts: scanRules.outlier.fewestContacts
} as const;

/**
 * Stands every unit of every comparison beside its expectation. Judged as signals are ({@link judgeUnits}): the same
 * tests, the same smallest exposure, all comparisons corrected together. Outside is who is both beyond the 99.8 % limits
 * and kept at a false discovery rate of 5 %; the rest is inside, or too few.
 */
export function judgeStandings(comparisons: readonly UnitComparison[]): JudgedFunnel {
	const judged = judgeUnits(comparisons);
	const keyOf = (theme: string, unit: string) => `${theme}\t${unit}`;
	const known = new Map(judged.map((one) => [keyOf(one.theme, one.unit), one]));
	const whole = new Set(comparisons.filter(({ isWhole }) => isWhole).map(({ theme }) => theme));
	const spreads = spreadsOf(judged, whole);
	const limitsAt: JudgedFunnel['limitsAt'] = (theme, expected, level = funnelLevels.outer) => {
		const spread = spreads.get(theme);
		return spread?.isApplied ? spread.funnel.limitsAt(expected, level) : funnelLimits(expected, level);
	};
	const standings = comparisons.flatMap(({ theme, cells }) => {
		const units = [...expectedCounts(cells)];
		const shrunken = units.some(([, { expected }]) => expected > 0)
			? shrinkRatios(units.map(([, unit]) => unit))
			: [];
		return units.map(([unit, { observed, expected, exposure }], at): JudgedStanding => {
			const adjusted = known.get(keyOf(theme, unit))?.adjusted ?? null;
			const limits = adjusted === null ? null : limitsAt(theme, expected);
			return {
				unit,
				theme,
				observed,
				expected,
				connected: exposure,
				ratio: expected > 0 ? observed / expected : null,
				shrunken: expected > 0 ? (shrunken[at]?.shrunken ?? null) : null,
				limits,
				adjusted,
				verdict: verdictOf(expected > 0 ? observed / expected : 0, limits, adjusted)
			};
		});
	});
	const isBeyond = ({ limits, ratio }: JudgedStanding) =>
		limits !== null && ratio !== null && (ratio > limits.high || ratio < limits.low);
	return {
		standings,
		tested: judged.length,
		byChance: judged.length * (1 - funnelLevels.outer),
		beyond: standings.filter(isBeyond).length,
		limitsAt,
		spreadOf: (theme) => spreads.get(theme) ?? { phi: 1, isApplied: false }
	};
}

function verdictOf(ratio: number, limits: Interval | null, adjusted: number | null): FunnelVerdict {
	if (limits === null || adjusted === null) return 'too-few';
	if (adjusted > scanRules.outlier.falseDiscoveryRate) return 'inside';
	return ratio > limits.high ? 'above' : ratio < limits.low ? 'below' : 'inside';
}

function spreadsOf(judged: ReturnType<typeof judgeUnits>, whole: ReadonlySet<string>) {
	return new Map(
		[...Map.groupBy(judged, ({ theme }) => theme)].map(([theme, units]) => {
			const funnel = buildUnitFunnel(units, whole.has(theme));
			return [
				theme,
				{ funnel, phi: funnel.phi, isApplied: units.some((one) => one.isSpreadApplied) }
			] as const;
		})
	);
}
