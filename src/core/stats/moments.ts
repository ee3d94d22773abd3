import { requireNumbers, requireShare } from './check-input.ts';

/** Arithmetic mean; NaN of nothing. */
export function meanOf(values: readonly number[]): number {
	return sumOf(values) / values.length;
}

export function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

/** Σ(x − x̄)² / (n − 1); NaN of fewer than two values. */
export function sampleVariance(values: readonly number[]): number {
	const mean = meanOf(values);
	return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

/** |x_t − x_{t−1}|: one fewer than the values. */
export function movingRanges(values: readonly number[]): number[] {
	return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
}

/**
 * Quantile by linear interpolation between the order statistics: R's type 7, its default.
 * Throws a RangeError where there are no values.
 * Source: R. J. Hyndman & Y. Fan, The American Statistician 50 (1996) 361–365, definition 7.
 */
export function quantileOf(values: readonly number[], share: number): number {
	if (share !== 0 && share !== 1) requireShare(share, 'share of a quantile');
	if (values.length === 0) throw new RangeError('There is no quantile of no values.');
	requireNumbers(values, 'values');
	const ascending = values.toSorted((a, b) => a - b);
	const at = (values.length - 1) * share;
	const low = ascending[Math.floor(at)] ?? NaN;
	const high = ascending[Math.ceil(at)] ?? NaN;
	return low + (at - Math.floor(at)) * (high - low);
}
