import negativeBinomialQuantile from '@stdlib/stats-base-dists-negative-binomial-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';
import { requireNumbers, requireShare } from './check-input.ts';
import type { Interval } from './interval.ts';

export interface Prediction {
	/** Expected count, 0 or more. */
	readonly mean: number;
	/** Standard error of the mean (`powerThreshold`), of its logarithm (`negativeBinomialThreshold`). */
	readonly standardError: number;
	/** φ, 1 or more: variance over mean. */
	readonly dispersion: number;
}

/** Powers on which the distribution of a Poisson count is nearly: anything, of even variance, symmetric. */
const powers = { none: 1, '1/2': 1 / 2, '2/3': 2 / 3 } as const;
export type PowerTransform = keyof typeof powers;

interface PowerOptions {
	readonly alpha: number;
	/** 2: z_{1−α/2} as in the paper of 1996 (the upper limit alone then has α/2). 1: z_{1−α}. */
	readonly sides?: 1 | 2;
	readonly transform?: PowerTransform;
}

/**
 * Limits of a new count by the power transformation: (μ^p ± z·se)^{1/p}, the low one at least 0, with
 * se² = p²·μ^{2p−1}·(φ + Var(μ̂)/μ); at p = 2/3, (4/9)·μ^{1/3}·(φ + Var(μ̂)/μ). Expected 0, both are 0.
 * Throws a RangeError for negative or non-finite numbers, a dispersion below 1, and α outside of (0, 1).
 * Source: C. P. Farrington et al., JRSS-A 159 (1996) 547–563, §3.4; checked against the R package surveillance.
 */
export function powerThreshold(prediction: Prediction, options: PowerOptions): Interval {
	const { mean, standardError, dispersion } = requirePrediction(prediction, options.alpha);
	if (mean === 0) return { low: 0, high: 0 };
	const { alpha, sides = 2, transform = '2/3' } = options;
	const power = powers[transform];
	const error = power * Math.sqrt(mean ** (2 * power - 1) * (dispersion + standardError ** 2 / mean));
	const half = normalQuantile(1 - alpha / sides, 0, 1) * error;
	const bounds = [mean ** power - half, mean ** power + half];
	const [low, high] = bounds.map((bound) => Math.max(0, bound) ** (1 / power));
	return { low: low!, high: high! };
}

/**
 * Limits of a new count as quantiles α and 1 − α of the negative binomial with this mean and variance φ·mean (Poisson
 * where φ is 1): better than the power where counts are small. `plug-in` takes the mean as known; `mean-quantile` takes
 * its own upper limit exp(log μ + z_{1−α}·se) instead, and so allows for its error.
 * Throws as {@link powerThreshold}.
 * Source: A. Noufaily et al., Stat Med 32 (2013) 1206–1222; M. Salmon et al., J Stat Software 70 (2016) 10.
 */
export function negativeBinomialThreshold(
	prediction: Prediction,
	{ alpha, method }: { readonly alpha: number; readonly method: 'plug-in' | 'mean-quantile' }
): Interval {
	const { mean, standardError, dispersion } = requirePrediction(prediction, alpha);
	const raised = method === 'plug-in' ? 1 : Math.exp(normalQuantile(1 - alpha, 0, 1) * standardError);
	const centre = mean * raised;
	if (centre === 0) return { low: 0, high: 0 };
	const quantile = (share: number) =>
		dispersion > 1
			? negativeBinomialQuantile(share, centre / (dispersion - 1), 1 / dispersion)
			: poissonQuantile(share, centre);
	return { low: quantile(alpha), high: quantile(1 - alpha) };
}

function requirePrediction(prediction: Prediction, alpha: number): Prediction {
	requireNumbers([prediction.mean, prediction.standardError], 'mean and its standard error', 0);
	requireNumbers([prediction.dispersion], 'dispersions', 1);
	requireShare(alpha, 'chance of a false alarm');
	return prediction;
}
