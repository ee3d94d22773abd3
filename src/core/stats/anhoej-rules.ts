import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { requireNumbers } from './check-input.ts';

export interface RunsAnalysis {
	/** Values that are not on the centre. */
	readonly useful: number;
	readonly longestRun: number;
	/** A longer run is a signal: round(log₂ useful) + 3. */
	readonly longestRunLimit: number;
	readonly crossings: number;
	/** Fewer crossings are a signal: the 5 % quantile of the binomial (useful − 1, ½). */
	readonly fewestCrossings: number;
	readonly isSignal: boolean;
}

/**
 * Anhøj's two rules for a shift around a centre (the median, as a rule) that need no limits: an unusually long run on
 * one side, or unusually few crossings. Values on the centre are left out. Null where none is left.
 * Throws a RangeError for non-finite values.
 * Source: J. Anhøj & A. V. Olesen, PLoS ONE 9 (2014) e113825; M. F. Schilling (2012); Z. Chen (2010); as in qicharts2.
 */
export function analyseRuns(values: readonly number[], center: number): RunsAnalysis | null {
	requireNumbers([...values, center], 'values and centre');
	const sides = values.map((value) => Math.sign(value - center)).filter((side) => side !== 0);
	if (sides.length === 0) return null;
	let run = 0;
	let longestRun = 0;
	let crossings = 0;
	sides.forEach((side, index) => {
		const isSame = sides[index - 1] === side;
		if (index > 0 && !isSame) crossings++;
		run = isSame ? run + 1 : 1;
		longestRun = Math.max(longestRun, run);
	});
	const longestRunLimit = Math.round(Math.log2(sides.length)) + 3;
	const fewestCrossings = binomialQuantile(0.05, sides.length - 1);
	return {
		useful: sides.length,
		longestRun,
		longestRunLimit,
		crossings,
		fewestCrossings,
		isSignal: longestRun > longestRunLimit || crossings < fewestCrossings
	};
}

/** Least k of which P(X ≤ k) reaches the share, X binomial (trials, ½). */
function binomialQuantile(share: number, trials: number): number {
	let k = 0;
	while (k < trials && binomialCdf(k, trials, 0.5) < share) k++;
	return k;
}
