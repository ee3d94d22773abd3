import { requireNumbers } from './check-input.ts';

export interface LogOdds {
	/** Log odds ratio, shrunken towards 0 by the prior: above 0 where the term is more frequent now. */
	readonly delta: number;
	readonly variance: number;
	/** delta / √variance */
	readonly z: number;
}

/** One number for now, for the baseline, and for the prior. */
export interface Compared {
	readonly now: number;
	readonly before: number;
	readonly prior: number;
}

/**
 * Log odds ratio of a term with an informative Dirichlet prior: with y of n now (i) and before (j), α of α₀ expected
 * beforehand, δ = ln[(y_i + α)/(n_i + α₀ − y_i − α)] − ln[(y_j + α)/(n_j + α₀ − y_j − α)],
 * Var δ ≈ 1/(y_i + α) + 1/(y_j + α). `counts` are y and α of the term, `totals` n and α₀.
 * Throws a RangeError for negative or non-finite numbers, a prior of 0, and a term that is all there is.
 * Source: B. L. Monroe, M. P. Colaresi & K. M. Quinn, “Fightin’ Words”, Political Analysis 16 (2008) 372–403,
 * eq. 16, 19 and 22.
 */
export function compareLogOdds(counts: Compared, totals: Compared): LogOdds {
	requireNumbers([counts.now, counts.before], 'counts of a term', 0);
	if (!(counts.prior > 0)) throw new RangeError('The prior of a term must be above 0.');
	const logOdds = (y: number, n: number) => {
		const others = n + totals.prior - y - counts.prior;
		if (!(others > 0 && Number.isFinite(others)))
			throw new RangeError('A term must be one of several: its counts and prior must stay below the totals.');
		return Math.log((y + counts.prior) / others);
	};
	const delta = logOdds(counts.now, totals.now) - logOdds(counts.before, totals.before);
	const variance = 1 / (counts.now + counts.prior) + 1 / (counts.before + counts.prior);
	return { delta, variance, z: delta / Math.sqrt(variance) };
}
