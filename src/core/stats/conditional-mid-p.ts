import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { requireNumbers } from './check-input.ts';

/** What all units got in a stratum, and the share of its exposure that is the unit's own. */
export interface StratumShare {
	readonly total: number;
	/** 0 … 1 */
	readonly share: number;
}

/** More steps than this are left to the normal distribution, which then differs in the fourth digit. */
const mostSteps = 400_000;

/**
 * Two-sided mid-P value of a unit's count given what all units together got in each stratum: if nobody differs, the
 * unit's part of a stratum is binomial with its share of the exposure, and its count is the sum over strata. Unlike
 * Poisson with the expected count it knows that the unit's own count is in that expectation, which matters where few
 * units share a stratum. Exact by summation; for large counts 2Φ(−|z|).
 * Throws a RangeError for negative or non-finite numbers, shares above 1, and counts that are not whole.
 * Source: J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313–323, for one stratum; N. E. Breslow & N. E. Day,
 * Statistical Methods in Cancer Research II (1987) §3.4; mid-P after H. O. Lancaster, JASA 56 (1961) 223–234.
 */
export function conditionalMidP(observed: number, strata: readonly StratumShare[]): number {
	requireNumbers([observed, ...strata.flatMap(({ total, share }) => [total, share])], 'counts and shares', 0);
	const counts = [observed, ...strata.map(({ total }) => total)];
	if (!counts.every(Number.isInteger)) throw new RangeError('Counts must be whole.');
	if (strata.some(({ share }) => share > 1)) throw new RangeError('A share is at most 1.');
	const trials = strata.reduce((sum, { total }) => sum + total, 0);
	if (observed > trials) throw new RangeError(`A unit cannot have ${observed} of ${trials}.`);
	if (trials * (observed + 1) > mostSteps) return approximate(observed, strata);
	// The chance of each count so far, up to the observed one; what is more is all the rest.
	const chances = new Float64Array(observed + 1);
	chances[0] = 1;
	for (const { total, share } of strata)
		for (let trial = 0; trial < total; trial++) {
			for (let k = observed; k > 0; k--) chances[k] = chances[k]! * (1 - share) + chances[k - 1]! * share;
			chances[0]! *= 1 - share;
		}
	const equal = chances[observed]!;
	const below = chances.subarray(0, observed).reduce((sum, chance) => sum + chance, 0);
	const above = Math.max(0, 1 - below - equal);
	return Math.min(1, 2 * (Math.min(below, above) + equal / 2));
}

function approximate(observed: number, strata: readonly StratumShare[]): number {
	const mean = strata.reduce((sum, { total, share }) => sum + total * share, 0);
	const variance = strata.reduce((sum, { total, share }) => sum + total * share * (1 - share), 0);
	if (variance === 0) return observed === mean ? 1 : 0;
	return 2 * normalCdf(-Math.abs(observed - mean) / Math.sqrt(variance), 0, 1);
}
