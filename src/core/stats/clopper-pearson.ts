import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { requireShare } from './check-input.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a proportion: the beta quantiles B(α/2; k, n − k + 1) and B(1 − α/2; k + 1, n − k). Never too
 * narrow, often too wide; where no exactness is asked for, Wilson's is better. Of no trials: 0 to 1.
 * Throws a RangeError for successes outside of 0 … n and a level outside of (0, 1).
 * Source: C. J. Clopper & E. S. Pearson, Biometrika 26 (1934) 404–413.
 */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
	requireShare(level, 'level');
	if (!(successes >= 0 && successes <= n && Number.isFinite(n)))
		throw new RangeError(`No proportion of ${successes} in ${n}: it must lie between 0 and 1.`);
	const tail = (1 - level) / 2;
	return {
		low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
		high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes)
	};
}
