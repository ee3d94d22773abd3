import { requireNumbers } from './check-input.ts';
import type { Rate } from './compare-rates.ts';
import { zOf, type Interval } from './interval.ts';

export interface RateRatioChange {
	/** Below 1: the rate of the trained fell more, or rose less, than that of the others. */
	readonly ratio: number;
	readonly interval: Interval;
	/** Was ½ added to each count, because one of them is 0? */
	readonly isCorrected: boolean;
}

interface BeforeAfter {
	readonly before: Rate;
	readonly after: Rate;
}

/**
 * Difference in differences of four rates on the log scale:
 * [(O_T1/n_T1)/(O_T0/n_T0)] / [(O_C1/n_C1)/(O_C0/n_C0)], SE(ln) = √Σ1/O; ½ is added to each O if one is 0. Takes the
 * counts for Poisson: `training-effect.ts` does not. If the trained were chosen because their rate was high, it falls
 * without training too; compare with the shrunken rate before (`marshall-shrinkage.ts`).
 * Throws a RangeError for negative or non-finite counts and exposures of 0 or less.
 * Source: J. D. Angrist & J.-S. Pischke, Mostly Harmless Econometrics (2009) §5.2; delta method of a log rate; ½ after
 * J. B. S. Haldane, Ann Hum Genet 20 (1956) 309–311.
 */
export function compareRateChanges(
	trained: BeforeAfter,
	control: BeforeAfter,
	level = 0.95
): RateRatioChange {
	const rates = [trained.after, trained.before, control.before, control.after];
	const counts = rates.map(({ count }) => count);
	requireNumbers(counts, 'counts', 0);
	requireNumbers(
		rates.map(({ exposure }) => exposure),
		'exposures',
		Number.MIN_VALUE
	);
	const isCorrected = counts.includes(0);
	const used = isCorrected ? counts.map((count) => count + 0.5) : counts;
	const [trainedAfter, trainedBefore, controlBefore, controlAfter] = used.map((count, index) =>
		Math.log(count / rates[index]!.exposure)
	) as [number, number, number, number];
	const log = trainedAfter - trainedBefore + controlBefore - controlAfter;
	const half = zOf(level) * Math.sqrt(used.reduce((sum, count) => sum + 1 / count, 0));
	return {
		ratio: Math.exp(log),
		interval: { low: Math.exp(log - half), high: Math.exp(log + half) },
		isCorrected
	};
}
