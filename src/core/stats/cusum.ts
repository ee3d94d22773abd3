import { requireNumbers } from './check-input.ts';

export interface CusumPoint {
	/** Sum of what went above, and below, the target by more than k. */
	readonly high: number;
	readonly low: number;
	readonly isSignal: boolean;
}

/**
 * Tabular CUSUM: S⁺_t = max(0, S⁺_{t−1} + x_t − target − k), S⁻_t = max(0, S⁻_{t−1} + target − k − x_t), both from 0;
 * a signal when either is above h. k is usually half the shift to be found, h four or five standard deviations. After
 * a signal the sums go on, so that the chart shows how long it lasts.
 * Throws a RangeError for non-finite values and negative k or h.
 * Source: E. S. Page, Biometrika 41 (1954) 100–115; NIST/SEMATECH e-Handbook 6.3.2.3.
 */
export function tabularCusum(
	values: readonly number[],
	{ target, k, h }: { readonly target: number; readonly k: number; readonly h: number }
): CusumPoint[] {
	requireNumbers([...values, target], 'values and target');
	requireNumbers([k, h], 'k and h', 0);
	let high = 0;
	let low = 0;
	return values.map((value) => {
		high = Math.max(0, high + value - target - k);
		low = Math.max(0, low + target - k - value);
		return { high, low, isSignal: high > h || low > h };
	});
}
