import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { requireNumbers, requireShare } from './check-input.ts';
import { meanOf, sampleVariance } from './moments.ts';

export interface EarsPoint {
	/** Mean of the baseline; null, with the threshold, where too few periods lie before this one. */
	readonly expected: number | null;
	readonly threshold: number | null;
	readonly isAlarm: boolean;
}

interface EarsOptions {
	/** C1 compares with the periods just before; C2 leaves out the last two, so that a slow rise does not hide itself. */
	readonly method?: 'C1' | 'C2';
	/** Periods of the baseline, 3 or more. */
	readonly baseline?: number;
	/** Chance of a false alarm in one period, one-sided. */
	readonly alpha?: number;
	/** Floor of the standard deviation. With 0, seven equal periods make any rise an alarm. */
	readonly minSigma?: number;
}

/**
 * EARS C1 and C2 for series too short for seasons: alarm where a count is above mean + z_{1−α}·s of the baseline
 * (7 periods; s with n − 1).
 * Throws a RangeError for negative or non-finite counts, a baseline below 3, α outside of (0, 1) and a negative floor.
 * Source: L. Hutwagner et al., J Urban Health 80 (2003) i89–i96; checked against the R package surveillance (`earsC`).
 */
export function detectByEars(counts: readonly number[], options: EarsOptions = {}): EarsPoint[] {
	const { method = 'C1', baseline = 7, alpha = 0.001, minSigma = 0 } = options;
	requireNumbers(counts, 'counts', 0);
	requireNumbers([minSigma], 'floors', 0);
	requireShare(alpha, 'chance of a false alarm');
	if (!(Number.isInteger(baseline) && baseline >= 3))
		throw new RangeError(`A baseline needs 3 periods or more, not ${baseline}.`);
	const lag = method === 'C1' ? 0 : 2;
	const z = normalQuantile(1 - alpha, 0, 1);
	return counts.map((count, at) => {
		const end = at - lag;
		if (end < baseline) return { expected: null, threshold: null, isAlarm: false };
		const before = counts.slice(end - baseline, end);
		const expected = meanOf(before);
		const threshold = expected + z * Math.max(minSigma, Math.sqrt(sampleVariance(before)));
		return { expected, threshold, isAlarm: count > threshold };
	});
}
