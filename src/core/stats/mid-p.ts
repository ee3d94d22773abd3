import { requireNumbers } from './check-input.ts';

/** A distribution of counts with one peak, known by the ratio of neighbouring probabilities. */
interface CountDistribution {
	readonly mode: number;
	readonly min: number;
	readonly max: number;
	/** P(k + 1) / P(k) for min ≤ k < max. */
	readonly ratioAfter: (k: number) => number;
}

/**
 * Two-sided mid-P value of a count: 2·min{P(X < o) + ½P(X = o), P(X > o) + ½P(X = o)}, at most 1. Exact up to
 * rounding: probabilities are summed outwards from the peak until they vanish (below 1e-300).
 * Source: H. O. Lancaster, JASA 56 (1961) 223–234.
 */
export function twoSidedMidP(observed: number, { mode, min, max, ratioAfter }: CountDistribution): number {
	if (!Number.isInteger(observed) || observed < min || observed > max)
		throw new RangeError(`${observed} is not a count from ${min} to ${max}.`);
	let below = 0;
	let equal = 0;
	let above = 0;
	const add = (k: number, weight: number) => {
		if (k < observed) below += weight;
		else if (k > observed) above += weight;
		else equal += weight;
	};
	add(mode, 1);
	for (let k = mode, weight = 1; k < max && weight > 1e-300; k++) {
		weight *= ratioAfter(k);
		add(k + 1, weight);
	}
	for (let k = mode, weight = 1; k > min && weight > 1e-300; k--) {
		weight /= ratioAfter(k - 1);
		add(k - 1, weight);
	}
	const tail = Math.min(below, above) + equal / 2;
	return Math.min(1, (2 * tail) / (below + equal + above));
}

/**
 * Two-sided mid-P value of a Poisson count against the count expected of it. Nothing seen where nothing was
 * expected is no surprise (1); anything seen there is impossible by chance (0).
 * Throws a RangeError for negative or non-finite numbers, and a count that is not whole.
 */
export function poissonMidP(observed: number, expected: number): number {
	requireNumbers([observed, expected], 'observed and expected counts', 0);
	if (expected === 0) return observed === 0 ? 1 : 0;
	return twoSidedMidP(observed, {
		mode: Math.floor(expected),
		min: 0,
		max: Infinity,
		ratioAfter: (k) => expected / (k + 1)
	});
}
