import type { ControlChart } from './control-chart.ts';
import { buildUChart } from './u-chart.ts';

/**
 * Control chart of counts over equal periods: c̄ ± 3√c̄, the low limit at least 0. A rate says more wherever there is
 * an exposure to divide by (`u-chart.ts`).
 * Throws a RangeError for negative or non-finite counts.
 * Source: D. C. Montgomery, Introduction to Statistical Quality Control (c chart); NIST/SEMATECH e-Handbook 6.3.3.1.
 */
export function buildCChart(
	inputs: readonly { readonly count: number; readonly isBaseline: boolean }[]
): ControlChart {
	return buildUChart(
		inputs.map((input) => ({ ...input, exposure: 1 })),
		'u'
	);
}
