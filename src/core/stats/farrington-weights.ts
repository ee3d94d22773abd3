import { requireNumbers } from './check-input.ts';

/**
 * Weights that keep past outbreaks from raising the threshold: ω = γ·s^{−2} where the standardised Anscombe residual s
 * is above the threshold (1 in 1996, 2.58 in the improved method), else γ, with Σω the number of residuals.
 * Throws a RangeError for non-finite residuals and a negative threshold.
 * Source: C. P. Farrington et al., JRSS-A 159 (1996) 547–563, §3.6; checked against the R package surveillance.
 */
export function farringtonWeights(residuals: readonly number[], threshold = 1): number[] {
	requireNumbers(residuals, 'residuals');
	requireNumbers([threshold], 'thresholds', 0);
	const raw = residuals.map((residual) => (residual > threshold ? residual ** -2 : 1));
	const scale = raw.length / raw.reduce((sum, weight) => sum + weight, 0);
	return raw.map((weight) => weight * scale);
}

/**
 * Standardised Anscombe residuals of counts around fitted means: 3/2·(y^{2/3}·μ^{−1/6} − μ^{1/2}) / √(φ(1 − h)).
 * An observation that decides its own fit (h = 1) has a residual of 0.
 */
export function anscombeResiduals(
	counts: readonly number[],
	fit: { readonly fitted: readonly number[]; readonly leverages: readonly number[] },
	dispersion: number
): number[] {
	return counts.map((count, index) => {
		const mean = fit.fitted[index]!;
		const free = 1 - fit.leverages[index]!;
		if (free < 1e-9) return 0;
		return (1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))) / Math.sqrt(dispersion * free);
	});
}
