import { requireNumbers } from './check-input.ts';

/**
 * Numbers from 0 to below 1 that look random and are the same for the same seed: what a simulation or a bootstrap
 * draws from, so that a report run twice prints the same digits. Not for secrets.
 * Source: mulberry32 (T. Ettinger, public domain).
 */
export function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * Turns a number from 0 to below 1 into a Poisson count of this mean (inversion of the distribution function, which is
 * tabled once: the counts of all but 1e-16 of the probability).
 * Throws a RangeError for a negative or non-finite mean.
 */
export function poissonSampler(mean: number): (uniform: number) => number {
	requireNumbers([mean], 'means', 0);
	if (mean === 0) return () => 0;
	const reach = Math.ceil(9 * Math.sqrt(mean) + 40);
	const first = Math.max(0, Math.floor(mean) - reach);
	const weights = weightsFrom(first, Math.floor(mean) + reach, mean);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let sum = 0;
	const below = Float64Array.from(weights, (weight) => (sum += weight) / total);
	return (uniform) => {
		let low = 0;
		let high = below.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (uniform < below[middle]!) high = middle;
			else low = middle + 1;
		}
		return first + low;
	};
}

/** Poisson probabilities of first … last, up to one common factor: from the peak outwards nothing overflows. */
function weightsFrom(first: number, last: number, mean: number): number[] {
	const peak = Math.floor(mean);
	const weights = new Array<number>(last - first + 1).fill(0);
	weights[peak - first] = 1;
	for (let k = peak; k > first; k--) weights[k - 1 - first] = (weights[k - first]! * k) / mean;
	for (let k = peak; k < last; k++) weights[k + 1 - first] = (weights[k - first]! * mean) / (k + 1);
	return weights;
}
