import { requireNumbers } from './check-input.ts';
import { placePoint, type ControlChart } from './control-chart.ts';
import { meanOf, sumOf } from './moments.ts';
import type { UChartInput } from './u-chart.ts';

/**
 * Taylor's normalised individuals chart (I′) of rates: s_t = √(π/2)·|u_t − u_{t−1}| / √(1/n_t + 1/n_{t−1}) over the
 * baseline, limits ū ± 3·s̄·√(1/n_t), the low one at least 0. It takes nothing for granted about chance (no Poisson),
 * and agrees with u′ closely. With fewer than two baseline periods there are no limits; a period without exposure is
 * a gap. `sigmaZ` is 1: the spread is measured, not a multiple of another.
 * Throws a RangeError for negative or non-finite counts and exposures.
 * Source: W. A. Taylor, Normalized individuals (I_N) chart, variation.com; checked against qicharts2 (`qic.ip`).
 */
export function buildNormalisedIChart(inputs: readonly UChartInput[]): ControlChart {
	requireNumbers(
		inputs.flatMap(({ count, exposure }) => [count, exposure]),
		'counts and exposures',
		0
	);
	const baseline = inputs.filter(({ isBaseline, exposure }) => isBaseline && exposure > 0);
	const exposure = sumOf(baseline.map((input) => input.exposure));
	const center = exposure > 0 ? sumOf(baseline.map(({ count }) => count)) / exposure : null;
	const spread = baseline.length < 2 ? null : spreadOf(baseline);
	const points = inputs.map(({ count, exposure }) =>
		placePoint(
			exposure > 0 ? count / exposure : null,
			center === null || spread === null
				? null
				: { center, half: (3 * spread) / Math.sqrt(exposure), least: 0 }
		)
	);
	return { center, sigmaZ: 1, measuredSigmaZ: null, points };
}

function spreadOf(baseline: readonly UChartInput[]): number {
	const spreads = baseline.slice(1).map(({ count, exposure }, index) => {
		const before = baseline[index]!;
		const range = Math.abs(count / exposure - before.count / before.exposure);
		return (Math.sqrt(Math.PI / 2) * range) / Math.sqrt(1 / exposure + 1 / before.exposure);
	});
	return meanOf(spreads);
}
