import { requireNumbers } from './check-input.ts';
import type { Interval } from './interval.ts';
import { twoSidedMidP } from './mid-p.ts';
import { wilsonInterval } from './wilson.ts';

/** Events counted over an exposure; the exposure is more than 0. */
export interface Rate {
	readonly count: number;
	readonly exposure: number;
}

export interface RateComparison {
	/** Rate now over rate before: infinite when there was none before, null when there was none at all. */
	readonly ratio: number | null;
	/** Of `ratio`. */
	readonly interval: Interval;
	/** Two-sided, of “the rates are equal”. */
	readonly pValue: number;
}

/**
 * Compares two Poisson rates. Given their sum N, the later count is binomial(N, π) with
 * π = n_now / (n_before + n_now) when the rates are equal: the p-value is the mid-P of that. The ratio's interval
 * is the Wilson interval of π, transformed by π/(1−π) · n_before/n_now.
 * Throws a RangeError for negative, non-finite or broken counts, and exposures of 0 or less.
 * Source: J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313–323; mid-P after H. O. Lancaster (1961).
 */
export function compareRates(before: Rate, now: Rate, level = 0.95): RateComparison {
	requireNumbers([before.count, now.count], 'counts', 0);
	if (!(before.exposure > 0 && now.exposure > 0))
		throw new RangeError('Two rates can be compared only where both have an exposure.');
	const total = before.count + now.count;
	if (total === 0) return { ratio: null, interval: { low: 0, high: Infinity }, pValue: 1 };
	const toRatio = (share: number) => ((share / (1 - share)) * before.exposure) / now.exposure;
	const share = wilsonInterval(now.count, total, level);
	const equal = now.exposure / (before.exposure + now.exposure);
	return {
		ratio: toRatio(now.count / total),
		interval: { low: toRatio(share.low), high: toRatio(share.high) },
		pValue: twoSidedMidP(now.count, {
			mode: Math.floor(total * equal),
			min: 0,
			max: total,
			ratioAfter: (k) => (((total - k) / (k + 1)) * equal) / (1 - equal)
		})
	};
}
