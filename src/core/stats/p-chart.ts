import { requireNumbers } from './check-input.ts';
import { laneySigma, placePoint, type ControlChart } from './control-chart.ts';
import { sumOf } from './moments.ts';
import type { Proportion } from './newcombe.ts';

/** One period: `successes` of `n`. */
export interface PChartInput extends Proportion {
	/** Do the centre and the limits come from this period (among others)? */
	readonly isBaseline: boolean;
}

/**
 * Control chart of shares: p̄ ± 3σ_z√(p̄(1 − p̄)/n_t), cut to 0 … 1. In `p` σ_z is 1; in `p-prime` it is Laney's, at
 * least 1. A period with n = 0 is a gap; where p̄ is 0 or 1 the limits fall on it, and any other share is outside.
 * Throws a RangeError for negative or non-finite numbers and for more successes than n.
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control (p chart); NIST/SEMATECH e-Handbook 6.3.3.2;
 * P. B. Laney, Quality Engineering 14 (2002) 531–537.
 */
export function buildPChart(inputs: readonly PChartInput[], kind: 'p' | 'p-prime'): ControlChart {
	requireNumbers(
		inputs.map(({ successes }) => successes),
		'successes',
		0
	);
	requireNumbers(
		inputs.map(({ n, successes }) => n - successes),
		'failures (n less successes)',
		0
	);
	const baseline = inputs.filter(({ isBaseline, n }) => isBaseline && n > 0);
	const total = sumOf(baseline.map(({ n }) => n));
	const center = total > 0 ? sumOf(baseline.map(({ successes }) => successes)) / total : null;
	const deviation = (share: number, n: number) => Math.sqrt((share * (1 - share)) / n);
	const { measured, floored } =
		kind === 'p' || center === null || center === 0 || center === 1
			? { measured: null, floored: 1 }
			: laneySigma(baseline.map(({ successes, n }) => (successes / n - center) / deviation(center, n)));
	const points = inputs.map(({ successes, n }) =>
		placePoint(
			n > 0 ? successes / n : null,
			center === null ? null : { center, half: 3 * floored * deviation(center, n), least: 0, most: 1 }
		)
	);
	return { center, sigmaZ: floored, measuredSigmaZ: measured, points };
}
