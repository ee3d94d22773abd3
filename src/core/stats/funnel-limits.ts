import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { requireShare } from './check-input.ts';
import type { Interval } from './interval.ts';

/** Inner and outer limits of a funnel: about 2 and 3 standard deviations. */
export const funnelLevels = { inner: 0.95, outer: 0.998 } as const;

/** Below this expected count a standardised ratio says nothing about a unit. */
export const fewestExpected = 5;

export type FunnelVerdict = 'inside' | 'above' | 'below' | 'too-few';

/**
 * Exact Poisson limits of the standardised ratio O/E around its target 1, for an expected count above 0:
 * [χ²(α/2; 2E), χ²(1−α/2; 2(E+1))] / 2E. They depend on E alone: one curve serves every unit of a funnel.
 * Throws a RangeError for an expected count of 0 or less, and a level outside of (0, 1).
 * Source: D. J. Spiegelhalter, Stat Med 24 (2005) 1185–1202; checked against FunnelPlotR's poisson limits.
 */
export function funnelLimits(expected: number, level: number = funnelLevels.outer): Interval {
	if (!(expected > 0 && Number.isFinite(expected)))
		throw new RangeError(`A funnel has no limits at an expected count of ${expected}.`);
	requireShare(level, 'level');
	const tail = (1 - level) / 2;
	return {
		low: chiSquareQuantile(tail, 2 * expected) / (2 * expected),
		high: chiSquareQuantile(1 - tail, 2 * (expected + 1)) / (2 * expected)
	};
}
