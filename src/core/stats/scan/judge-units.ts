import { adjustPValues } from '../benjamini-hochberg.ts';
import { conditionalMidP, type StratumShare } from '../conditional-mid-p.ts';
import { expectedCounts, type StratumCell } from '../expected.ts';
import { funnelLimits } from '../funnel-limits.ts';
import { buildUnitFunnel, type OverdispersedFunnel } from '../overdispersed-funnel.ts';
import { scanRules } from './scan-rules.ts';

/** Counts and contacts of one theme for all units of one kind; `unit` ids are unique within it. */
export interface UnitComparison {
	readonly kind: 'agency' | 'team' | 'agent';
	readonly theme: string;
	/** The stratum holds all that units may differ in without being better or worse. */
	readonly cells: readonly StratumCell[];
	/** All complaints instead of one theme: enough to see the whole spread between units ({@link buildUnitFunnel}). */
	readonly isWhole?: boolean;
}

export interface JudgedUnit {
	readonly kind: UnitComparison['kind'];
	readonly theme: string;
	readonly unit: string;
	readonly observed: number;
	readonly expected: number;
	readonly contacts: number;
	/** Upper limit of observed ÷ expected at 99.8 %, with the usual spread between units where it is allowed for. */
	readonly limit: number;
	readonly pValue: number;
	/** For all comparisons of the scan together. */
	readonly adjusted: number;
	/** More than its work explains, and kept by the control of false discoveries. */
	readonly isFlagged: boolean;
	/** The funnel's spread; 1 where chance alone is allowed for. */
	readonly phi: number;
	readonly isSpreadApplied: boolean;
	/** Units that were compared for the theme. */
	readonly compared: number;
}

/**
 * Units against what anybody would get with their work, theme by theme, and all comparisons of a scan corrected
 * together (Benjamini–Hochberg). The p-value is the two-sided mid-P of the count given
 * what all units got in its strata, and at least that of the adjusted z where 10 units or more differ by more than chance. Units of which fewer than 5 are expected, or with fewer than 200 contacts,
 * are not tested.
 * Source: D. J. Spiegelhalter, Stat Med 24 (2005) 1185–1202; Benjamini & Hochberg (1995).
 */
export function judgeUnits(comparisons: readonly UnitComparison[]): readonly JudgedUnit[] {
	const judged = comparisons.flatMap(judgeOne);
	const adjusted = adjustPValues(judged.map(({ pValue }) => pValue));
	return judged.map((unit, index) => {
		const share = adjusted[index] ?? 1;
		const isMore = unit.observed > unit.expected;
		return {
			...unit,
			adjusted: share,
			isFlagged: isMore && share <= scanRules.outlier.falseDiscoveryRate
		};
	});
}

function judgeOne({ kind, theme, cells, isWhole = false }: UnitComparison) {
	const { fewestExpected, fewestContacts } = scanRules.outlier;
	const tested = [...expectedCounts(cells)].filter(
		([, { expected, exposure }]) => expected >= fewestExpected && exposure >= fewestContacts
	);
	// Alone in its strata a unit can only be compared with itself.
	if (tested.length < 2) return [];
	const funnel = buildUnitFunnel(
		tested.map(([, unit]) => unit),
		isWhole
	);
	const isSpreadApplied = funnel.isApplied && funnel.tau2 > 0;
	const shares = sharesOf(cells);
	return tested.map(([unit, { observed, expected, exposure }], index) => ({
		kind,
		theme,
		unit,
		observed,
		expected,
		contacts: exposure,
		limit: limitOf(expected, funnel, isSpreadApplied),
		pValue: Math.max(
			conditionalMidP(observed, shares(unit)),
			isSpreadApplied ? (funnel.units[index]?.pValue ?? 1) : 0
		),
		phi: isSpreadApplied ? funnel.phi : 1,
		isSpreadApplied,
		compared: tested.length
	}));
}

/** The strata of each unit in which anybody has contacts: those that are compared. */
function sharesOf(cells: readonly StratumCell[]): (unit: string) => readonly StratumShare[] {
	const totals = new Map<string, { observed: number; exposure: number }>();
	for (const { stratum, observed, exposure } of cells) {
		const sum = totals.get(stratum) ?? { observed: 0, exposure: 0 };
		totals.set(stratum, { observed: sum.observed + observed, exposure: sum.exposure + exposure });
	}
	const own = Map.groupBy(cells, ({ unit }) => unit);
	return (unit) =>
		(own.get(unit) ?? []).flatMap(({ stratum, exposure }) => {
			const sum = totals.get(stratum);
			return sum && sum.exposure > 0
				? [{ total: sum.observed, share: Math.min(1, exposure / sum.exposure) }]
				: [];
		});
}

function limitOf(expected: number, funnel: OverdispersedFunnel, isSpreadApplied: boolean): number {
	const { level } = scanRules.outlier;
	return isSpreadApplied ? funnel.limitsAt(expected, level).high : funnelLimits(expected, level).high;
}
