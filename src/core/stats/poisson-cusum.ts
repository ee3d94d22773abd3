import { requireNumbers, requireSameLength } from './check-input.ts';
import { createRandom, poissonSampler } from './seeded-random.ts';

/** The rate that is usual, and the raised one that is to be found soon; 0 < base < raised. */
export interface CusumRates {
	readonly base: number;
	readonly raised: number;
}

/**
 * CUSUM of Poisson counts with an exposure: S_t = max(0, S_{t−1} + O_t − n_t·r), r = (λ₁ − λ₀)/ln(λ₁/λ₀), from 0; a
 * signal when S_t is above h. Unlike a chart it adds up what many periods have a little too much of.
 * Throws a RangeError for negative or non-finite numbers, lists of different lengths, and rates out of order.
 * Source: J. M. Lucas, Technometrics 27 (1985) 129–144.
 */
export function poissonCusum(
	counts: readonly number[],
	exposures: readonly number[],
	{ h, ...rates }: CusumRates & { readonly h: number }
): { readonly sum: number; readonly isSignal: boolean }[] {
	requireSameLength(counts, exposures, 'counts and exposures');
	requireNumbers([...counts, ...exposures, h], 'counts, exposures and h', 0);
	const reference = referenceRate(rates);
	let sum = 0;
	return counts.map((count, index) => {
		sum = Math.max(0, sum + count - exposures[index]! * reference);
		return { sum, isSignal: sum > h };
	});
}

interface Simulation {
	/** Periods that should pass between two false signals, on average. */
	readonly runLength?: number;
	/** False signals looked at, about: their number sets the precision, 1/√signals. */
	readonly signals?: number;
	readonly seed?: number;
}

/**
 * Least h, to within 0.1 %, at which {@link poissonCusum} signals falsely once in `runLength` periods or more rarely
 * (370 as with 3-sigma limits), when every period is at the base rate and the exposures come in turn. By simulation of
 * `runLength · signals` periods, the sum going back to 0 at each signal; the same seed gives the same h.
 * Throws a RangeError for exposures of 0 or less, none at all, and rates out of order.
 */
export function poissonCusumThreshold(
	exposures: readonly number[],
	rates: CusumRates,
	{ runLength = 370, signals = 2000, seed = 1 }: Simulation = {}
): number {
	if (exposures.length === 0) throw new RangeError('A threshold needs at least one exposure.');
	requireNumbers(exposures, 'exposures', Number.MIN_VALUE);
	requireNumbers([runLength, signals], 'run length and signals', 1);
	const reference = referenceRate(rates);
	const random = createRandom(seed);
	const samplers = exposures.map((exposure) => poissonSampler(exposure * rates.base));
	const steps = new Float64Array(Math.ceil(runLength * signals));
	for (let t = 0; t < steps.length; t++) {
		const turn = t % exposures.length;
		steps[t] = samplers[turn]!(random()) - exposures[turn]! * reference;
	}
	const isRareAt = (h: number) => countSignals(steps, h) * runLength <= steps.length;
	if (isRareAt(0)) return 0;
	let high = 1;
	while (!isRareAt(high)) high *= 2;
	let low = high === 1 ? 0 : high / 2;
	while (high - low > 0.001 * high) {
		const middle = (low + high) / 2;
		if (isRareAt(middle)) high = middle;
		else low = middle;
	}
	return high;
}

function countSignals(steps: Float64Array, h: number): number {
	let sum = 0;
	let signals = 0;
	for (const step of steps) {
		sum = Math.max(0, sum + step);
		if (sum <= h) continue;
		signals++;
		sum = 0;
	}
	return signals;
}

function referenceRate({ base, raised }: CusumRates): number {
	if (!(base > 0 && raised > base && Number.isFinite(raised)))
		throw new RangeError(
			`The raised rate must lie above the base rate, and that above 0: ${base}, ${raised}.`
		);
	return (raised - base) / Math.log(raised / base);
}
