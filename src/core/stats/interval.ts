import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A confidence interval, both ends included. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** Half-width of a two-sided `level` interval in standard deviations: 1.959964 at 0.95, 3.090232 at 0.998. */
export function zOf(level: number): number {
	return normalQuantile(1 - (1 - level) / 2, 0, 1);
}
