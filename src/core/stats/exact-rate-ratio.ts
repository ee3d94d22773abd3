import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { requireNumbers } from './check-input.ts';
import { clopperPearsonInterval } from './clopper-pearson.ts';
import type { Rate, RateComparison } from './compare-rates.ts';

/**
 * Compares two Poisson rates exactly. Given their sum N, the later count is binomial (N, π); the interval of the ratio
 * is the Clopper–Pearson interval of π, transformed by π/(1 − π) · n_before/n_now, and p is twice the smaller tail, at
 * most 1. Never too narrow; the mid-P of {@link compareRates} is less cautious and is what the pages use.
 * Without any event there is no ratio (null), and its interval is 0 to infinity.
 * Throws a RangeError for exposures of 0 or less and for counts that are not whole numbers of 0 or more.
 * Source: J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313–323; the interval is that of R's `poisson.test`.
 */
export function compareRatesExactly(before: Rate, now: Rate, level = 0.95): RateComparison {
	requireNumbers([before.count, now.count], 'counts', 0);
	if (!Number.isInteger(before.count) || !Number.isInteger(now.count))
		throw new RangeError('Only whole counts can be compared exactly.');
	if (!(before.exposure > 0 && now.exposure > 0))
		throw new RangeError('Two rates can be compared only where both have an exposure.');
	const total = before.count + now.count;
	if (total === 0) return { ratio: null, interval: { low: 0, high: Infinity }, pValue: 1 };
	const toRatio = (share: number) => ((share / (1 - share)) * before.exposure) / now.exposure;
	const share = clopperPearsonInterval(now.count, total, level);
	const equal = now.exposure / (before.exposure + now.exposure);
	const atMost = binomialCdf(now.count, total, equal);
	const atLeast = binomialCdf(before.count, total, 1 - equal);
	return {
		ratio: toRatio(now.count / total),
		interval: { low: toRatio(share.low), high: toRatio(share.high) },
		pValue: Math.min(1, 2 * Math.min(atMost, atLeast))
	};
}
