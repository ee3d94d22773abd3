import { requireNumbers, requireShare } from './check-input.ts';
import { garwoodInterval } from './garwood.ts';
import type { Interval } from './interval.ts';
import { quantileOf, sumOf } from './moments.ts';
import { createRandom, poissonSampler } from './seeded-random.ts';

/** Complaints of one severity, and what one of them weighs. */
export interface SeverityLevel {
	readonly weight: number;
	readonly count: number;
}

interface Options {
	readonly per?: number;
	readonly level?: number;
	readonly replicates?: number;
	readonly seed?: number;
}

/**
 * Severity-weighted index Σ w·count / exposure · per, so that one threat of violence outweighs many rude words. Its
 * interval is a percentile bootstrap in which the number of complaints is itself left to chance (each level is drawn
 * from a Poisson distribution of its count): the same seed gives the same interval. Without any complaint it runs from
 * 0 to what Garwood's limit would be if all were of the highest weight. Without exposure there is no index: null.
 * Throws a RangeError for negative or non-finite numbers and a level outside of (0, 1).
 * Source: B. Efron & R. Tibshirani, An Introduction to the Bootstrap (1993) ch. 13; Poisson bootstrap after J. A. Hanley
 * & B. MacGibbon, Comput Methods Programs Biomed 83 (2006) 57–62.
 */
export function measureSeverity(
	levels: readonly SeverityLevel[],
	exposure: number,
	{ per = 1000, level = 0.95, replicates = 2000, seed = 1 }: Options = {}
): { readonly value: number; readonly interval: Interval } | null {
	requireNumbers(
		[...levels.flatMap(({ weight, count }) => [weight, count]), exposure],
		'severities and exposure',
		0
	);
	requireShare(level, 'level');
	if (exposure === 0) return null;
	const scale = per / exposure;
	const value = scale * sumOf(levels.map(({ weight, count }) => weight * count));
	if (levels.every(({ count }) => count === 0)) {
		const heaviest = Math.max(0, ...levels.map(({ weight }) => weight));
		return { value, interval: { low: 0, high: heaviest * per * garwoodInterval(0, exposure, level).high } };
	}
	const random = createRandom(seed);
	const samplers = levels.map(({ weight, count }) => ({ weight, draw: poissonSampler(count) }));
	const drawn = Array.from(
		{ length: replicates },
		() => scale * sumOf(samplers.map(({ weight, draw }) => weight * draw(random())))
	);
	const tail = (1 - level) / 2;
	return { value, interval: { low: quantileOf(drawn, tail), high: quantileOf(drawn, 1 - tail) } };
}
