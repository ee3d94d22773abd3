import { requireNumbers } from './check-input.ts';
import { laneySigma, placePoint, type ControlChart } from './control-chart.ts';
import { sumOf } from './moments.ts';

/** One period: events over an exposure. */
export interface UChartInput {
	readonly count: number;
	readonly exposure: number;
	/** Do the centre and the limits come from this period (among others)? Incomplete periods should not be. */
	readonly isBaseline: boolean;
}

/**
 * Control chart of rates: ū ± 3σ_z√(ū/n_t), the low limit at least 0. In `u` σ_z is 1; in `u-prime` it is Laney's,
 * at least 1, from z_t = (u_t − ū)/√(ū/n_t) over the baseline. A period without exposure is a gap.
 * Throws a RangeError for negative or non-finite counts and exposures.
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control (u chart); P. B. Laney, Quality
 * Engineering 14 (2002) 531–537; checked against qicharts2.
 */
export function buildUChart(inputs: readonly UChartInput[], kind: 'u' | 'u-prime'): ControlChart {
	requireNumbers(
		inputs.map(({ count }) => count),
		'counts',
		0
	);
	requireNumbers(
		inputs.map(({ exposure }) => exposure),
		'exposures',
		0
	);
	const baseline = inputs.filter(({ isBaseline, exposure }) => isBaseline && exposure > 0);
	const exposure = sumOf(baseline.map((input) => input.exposure));
	const center = exposure > 0 ? sumOf(baseline.map(({ count }) => count)) / exposure : null;
	const { measured, floored } =
		kind === 'u' || !center
			? { measured: null, floored: 1 }
			: laneySigma(
					baseline.map(
						(input) => (input.count / input.exposure - center) / Math.sqrt(center / input.exposure)
					)
				);
	const points = inputs.map(({ count, exposure }) =>
		placePoint(
			exposure > 0 ? count / exposure : null,
			center === null ? null : { center, half: 3 * floored * Math.sqrt(center / exposure), least: 0 }
		)
	);
	return { center, sigmaZ: floored, measuredSigmaZ: measured, points };
}
