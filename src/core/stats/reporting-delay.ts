import { requireNumbers } from './check-input.ts';
import { sumOf } from './moments.ts';

export interface DelayedPeriod {
	readonly reported: number;
	/** Share of the final count that is usually in by now; null where the older periods do not tell. */
	readonly completeness: number | null;
	/** reported / completeness, to be shown as provisional; null with it. */
	readonly expected: number | null;
}

/**
 * What the last periods will come to when the late reports are in (chain ladder). `triangle[i][d]` is the number of
 * records of period i that came in d periods later, oldest period first; a row ends where the present is. The factor
 * from delay d to d + 1 is ΣC_{i,d+1} / ΣC_{i,d} over the periods old enough to know both, C being the running totals;
 * completeness is the inverse of the product of those still to come. Delays longer than the oldest row do not exist.
 * Throws a RangeError for negative or non-finite counts, an empty row, and a row longer than the one before.
 * Source: T. Mack, ASTIN Bulletin 23 (1993) 213–225.
 */
export function completePeriods(triangle: readonly (readonly number[])[]): DelayedPeriod[] {
	requireNumbers(triangle.flat(), 'counts', 0);
	if (triangle.some((row) => row.length === 0))
		throw new RangeError('Each period needs the count of delay 0.');
	if (triangle.some((row, index) => row.length > (triangle[index - 1]?.length ?? Infinity)))
		throw new RangeError('No period can be known for longer than the one before it.');
	const totals = triangle.map((row) => row.map((_, delay) => sumOf(row.slice(0, delay + 1))));
	const factors = (totals[0] ?? []).slice(1).map((_, delay) => factorAfter(totals, delay));
	return totals.map((row) => {
		const reported = row.at(-1)!;
		const remaining = factors.slice(row.length - 1);
		if (remaining.some((factor) => factor === null)) return { reported, completeness: null, expected: null };
		const growth = remaining.reduce<number>((product, factor) => product * (factor ?? 1), 1);
		return { reported, completeness: 1 / growth, expected: reported * growth };
	});
}

function factorAfter(totals: readonly (readonly number[])[], delay: number): number | null {
	const known = totals.filter((row) => row.length > delay + 1);
	const before = sumOf(known.map((row) => row[delay]!));
	return before === 0 ? null : sumOf(known.map((row) => row[delay + 1]!)) / before;
}
