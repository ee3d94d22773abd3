import type { Interval } from './interval.ts';
import { twoSidedMidP } from './mid-p.ts';
import { newcombeInterval, type Proportion } from './newcombe.ts';

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
	return {
		difference: now.successes / now.n - before.successes / before.n,
		interval: newcombeInterval(now, before, level),
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
