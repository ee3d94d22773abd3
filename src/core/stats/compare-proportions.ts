import type { Interval } from './interval.ts';
import { twoSidedMidP } from './mid-p.ts';
import { wilsonInterval } from './wilson.ts';

/** `successes` of `n`; n is more than 0. */
export interface Proportion {
	readonly successes: number;
	readonly n: number;
}

export interface ProportionComparison {
	/** Proportion now minus proportion before. */
	readonly difference: number;
	/** Of `difference`. */
	readonly interval: Interval;
	/** Two-sided, of “the proportions are equal”. */
	readonly pValue: number;
}

/**
 * Compares two independent proportions. The interval is Newcombe's hybrid score interval, built from the two
 * Wilson intervals; the p-value is the mid-P version of Fisher's exact test (hypergeometric, given all margins).
 * Source: R. G. Newcombe, Stat Med 17 (1998) 873–890, method 10; H. O. Lancaster, JASA 56 (1961) 223–234.
 */
export function compareProportions(before: Proportion, now: Proportion, level = 0.95): ProportionComparison {
	if (!(before.n > 0 && now.n > 0))
		throw new RangeError('Two proportions can be compared only where both are of something.');
	const [p1, p2] = [now.successes / now.n, before.successes / before.n];
	const w1 = wilsonInterval(now.successes, now.n, level);
	const w2 = wilsonInterval(before.successes, before.n, level);
	return {
		difference: p1 - p2,
		interval: {
			low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
			high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low)
		},
		pValue: fisherMidP(before, now)
	};
}

function fisherMidP(before: Proportion, now: Proportion): number {
	const successes = before.successes + now.successes;
	const n = before.n + now.n;
	return twoSidedMidP(now.successes, {
		mode: Math.floor(((successes + 1) * (now.n + 1)) / (n + 2)),
		min: Math.max(0, successes - before.n),
		max: Math.min(successes, now.n),
		ratioAfter: (k) => (((successes - k) / (k + 1)) * (now.n - k)) / (before.n - successes + k + 1)
	});
}
