import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireShare } from './check-input.ts';

/** A confidence interval, both ends included. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/**
 * Half-width of a two-sided `level` interval in standard deviations: 1.959964 at 0.95, 3.090232 at 0.998. Throws a
 * RangeError for a level outside of (0, 1).
 */
export function zOf(level: number): number {
	requireShare(level, 'level');
	return normalQuantile(1 - (1 - level) / 2, 0, 1);
}
