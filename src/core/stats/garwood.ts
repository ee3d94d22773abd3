import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { requireNumbers, requireShare } from './check-input.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a Poisson rate: [½χ²(α/2; 2O), ½χ²(1−α/2; 2O+2)] / n with O the count, n the exposure.
 * The low end is 0 for a count of 0; without exposure nothing is known: 0 to infinity.
 * Throws a RangeError for negative or non-finite numbers, and a level outside of (0, 1).
 * Source: F. Garwood, Biometrika 28 (1936) 437–442.
 */
export function garwoodInterval(count: number, exposure: number, level = 0.95): Interval {
	requireNumbers([count, exposure], 'count and exposure of a rate', 0);
	requireShare(level, 'level');
	if (exposure === 0) return { low: 0, high: Infinity };
	const tail = (1 - level) / 2;
	return {
		low: count === 0 ? 0 : chiSquareQuantile(tail, 2 * count) / 2 / exposure,
		high: chiSquareQuantile(1 - tail, 2 * count + 2) / 2 / exposure
	};
}
