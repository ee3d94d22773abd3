/** One period: events over an exposure. */
export interface UChartInput {
	readonly count: number;
	readonly exposure: number;
	/** Do the centre and the limits come from this period (among others)? Incomplete periods should not be. */
	readonly isBaseline: boolean;
}

export interface UChartPoint {
	/** Rate; null without exposure. */
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly isOutside: boolean;
}

export interface UChart {
	/** Rate of the baseline; null when the baseline has no exposure, and then there are no limits. */
	readonly center: number | null;
	/** Laney's factor: how many times wider than Poisson the baseline varies; 1 in a plain u chart. */
	readonly sigmaZ: number;
	readonly points: readonly UChartPoint[];
}

/** Mean moving range of two normal values, in standard deviations. */
const d2 = 1.128;

/**
 * Control chart of rates: ū ± 3σ_z√(ū/n_t), the low limit at least 0. In `u` σ_z is 1; in `u-prime` it is the mean
 * of |z_t − z_{t−1}| over the baseline divided by 1.128, with z_t = (u_t − ū)/√(ū/n_t), and at least 1: large
 * exposures vary by more than chance, never by less (the floor is Earshot's choice).
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control (u chart); P. B. Laney, Quality
 * Engineering 14 (2002) 531–537; checked against qicharts2.
 */
export function buildUChart(inputs: readonly UChartInput[], kind: 'u' | 'u-prime'): UChart {
	const baseline = inputs.filter(({ isBaseline, exposure }) => isBaseline && exposure > 0);
	const exposure = baseline.reduce((sum, input) => sum + input.exposure, 0);
	const center = exposure > 0 ? baseline.reduce((sum, input) => sum + input.count, 0) / exposure : null;
	const sigmaZ = kind === 'u' || center === null ? 1 : laneySigma(baseline, center);
	return { center, sigmaZ, points: inputs.map((input) => placePoint(input, center, sigmaZ)) };
}

function laneySigma(baseline: readonly UChartInput[], center: number): number {
	if (baseline.length < 2 || center === 0) return 1;
	const scores = baseline.map(
		({ count, exposure }) => (count / exposure - center) / Math.sqrt(center / exposure)
	);
	const ranges = scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? score)));
	const meanRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
	return Math.max(1, meanRange / d2);
}

function placePoint({ count, exposure }: UChartInput, center: number | null, sigmaZ: number): UChartPoint {
	const value = exposure > 0 ? count / exposure : null;
	if (center === null || value === null) return { value, low: null, high: null, isOutside: false };
	const half = 3 * sigmaZ * Math.sqrt(center / exposure);
	const low = Math.max(0, center - half);
	const high = center + half;
	return { value, low, high, isOutside: value < low || value > high };
}
