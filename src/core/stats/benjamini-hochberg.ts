import { requireNumbers } from './check-input.ts';

/**
 * Adjusts the p-values of many tests made at once so that, of those at or below q, no more than the share q are
 * false alarms on average: adjusted p₍ₖ₎ = min over j ≥ k of m·p₍ⱼ₎/j, at most 1. Order is kept;
 * equal p-values get equal ones. Throws a RangeError for a p-value outside of 0 … 1.
 * Source: Y. Benjamini & Y. Hochberg, JRSS-B 57 (1995) 289–300.
 */
export function adjustPValues(pValues: readonly number[]): number[] {
	requireNumbers(pValues, 'p-values', 0);
	if (pValues.some((p) => p > 1)) throw new RangeError('A p-value lies between 0 and 1.');
	const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
	const adjusted = new Array<number>(pValues.length);
	let least = 1;
	descending.forEach(({ p, index }, fromTop) => {
		const rank = pValues.length - fromTop;
		least = Math.min(least, (p * pValues.length) / rank);
		adjusted[index] = least;
	});
	return adjusted;
}
