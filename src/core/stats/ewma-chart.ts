import { requireNumbers } from './check-input.ts';
import { placePoint, type ControlPoint } from './control-chart.ts';

interface EwmaOptions {
	readonly target: number;
	/** Standard deviation of a single value, 0 or more. */
	readonly sigma: number;
	/** Weight of the newest value, above 0 and at most 1. Small ones see small shifts. */
	readonly lambda?: number;
	/** Half-width of the limits in standard deviations. */
	readonly width?: number;
	/** `exact` limits start narrow and widen with t; `asymptotic` ones are those of t → ∞ throughout. */
	readonly limits?: 'exact' | 'asymptotic';
}

/**
 * Exponentially weighted moving average z_t = λx_t + (1 − λ)z_{t−1} from z₀ = target, with the limits
 * target ± Lσ√(λ/(2 − λ)·(1 − (1 − λ)^{2t})).
 * Throws a RangeError for non-finite values, λ outside of (0, 1], and a negative σ or width.
 * Source: S. W. Roberts, Technometrics 1 (1959) 239–250; NIST/SEMATECH e-Handbook 6.3.2.4.
 */
export function buildEwmaChart(values: readonly number[], options: EwmaOptions): ControlPoint[] {
	const { target, sigma, lambda = 0.3, width = 3, limits = 'exact' } = options;
	requireNumbers([...values, target], 'values and target');
	requireNumbers([sigma, width], 'standard deviation and width', 0);
	if (!(lambda > 0 && lambda <= 1))
		throw new RangeError(`λ must lie above 0 and at most at 1, not ${lambda}.`);
	let average = target;
	return values.map((value, index) => {
		average = lambda * value + (1 - lambda) * average;
		const reached = limits === 'exact' ? 1 - (1 - lambda) ** (2 * (index + 1)) : 1;
		const half = width * sigma * Math.sqrt((lambda / (2 - lambda)) * reached);
		return placePoint(average, { center: target, half });
	});
}
