import { requireNumbers } from './check-input.ts';
import { sumOf } from './moments.ts';

export interface ShrunkenRatio {
	/** O/E; null where nothing is expected. */
	readonly ratio: number | null;
	/** Between the ratio and the mean of all; the mean where nothing is expected. */
	readonly shrunken: number;
	/** C_i: share of the ratio in it, 0 (the mean alone) to 1 (the ratio alone). */
	readonly weight: number;
}

/**
 * Empirical Bayes estimate of many standardised ratios: with m = ΣO/ΣE and s² = ΣE(SR − m)²/ΣE − m/Ē, at least 0, each
 * becomes m + C_i(SR_i − m), C_i = s²/(s² + m/E_i). Small units move far towards the mean, large ones hardly, and all
 * of them wholly when they differ by no more than chance (also a unit that is alone).
 * Throws a RangeError for negative or non-finite counts, or where nothing is expected of any unit.
 * Source: R. J. Marshall, Applied Statistics 40 (1991) 283–294 (global form).
 */
export function shrinkRatios(
	units: readonly { readonly observed: number; readonly expected: number }[]
): ShrunkenRatio[] {
	requireNumbers(
		units.flatMap(({ observed, expected }) => [observed, expected]),
		'observed and expected counts',
		0
	);
	if (units.length === 0) return [];
	const compared = units.filter(({ expected }) => expected > 0);
	const expected = sumOf(compared.map((unit) => unit.expected));
	if (!(expected > 0)) throw new RangeError('Ratios can be shrunken only where something is expected.');
	const mean = sumOf(compared.map(({ observed }) => observed)) / expected;
	const squares = sumOf(compared.map((unit) => unit.expected * (unit.observed / unit.expected - mean) ** 2));
	const spread = Math.max(0, squares / expected - mean / (expected / compared.length));
	return units.map((unit) => {
		if (unit.expected === 0) return { ratio: null, shrunken: mean, weight: 0 };
		const ratio = unit.observed / unit.expected;
		const weight = spread === 0 ? 0 : spread / (spread + mean / unit.expected);
		return { ratio, shrunken: mean + weight * (ratio - mean), weight };
	});
}
