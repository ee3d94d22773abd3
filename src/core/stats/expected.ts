import { requireNumbers } from './check-input.ts';

/** What one unit (a team, an agency) did in one stratum: a mix of stage, channel and product. */
export interface StratumCell {
	readonly unit: string;
	readonly stratum: string;
	readonly observed: number;
	readonly exposure: number;
}

export interface UnitExpectation {
	/** Counts in strata that have an exposure: comparable with `expected`. */
	readonly observed: number;
	readonly expected: number;
	readonly exposure: number;
	/** Counts in strata where nobody has an exposure: there is no rate to expect anything from. */
	readonly unmatched: number;
}

/**
 * Indirect standardisation: E_i = Σ_s r_s · n_is, with r_s the rate of all units together in stratum s and n_is the
 * unit's exposure there. So a team is compared with what anyone would get with its work; over all units the
 * expected counts add up to the observed ones. Throws a RangeError for negative or non-finite numbers.
 * Source: D. J. Spiegelhalter, Stat Med 24 (2005) 1185–1202, §2 (standardised ratio with target 1).
 */
export function expectedCounts(cells: readonly StratumCell[]): Map<string, UnitExpectation> {
	requireNumbers(
		cells.map(({ observed }) => observed),
		'observed counts',
		0
	);
	requireNumbers(
		cells.map(({ exposure }) => exposure),
		'exposures',
		0
	);
	const strata = new Map<string, { observed: number; exposure: number }>();
	for (const { stratum, observed, exposure } of cells) {
		const sum = strata.get(stratum) ?? { observed: 0, exposure: 0 };
		strata.set(stratum, sum);
		sum.observed += observed;
		sum.exposure += exposure;
	}
	const units = new Map<
		string,
		{ observed: number; expected: number; exposure: number; unmatched: number }
	>();
	for (const { unit, stratum, observed, exposure } of cells) {
		const sum = units.get(unit) ?? { observed: 0, expected: 0, exposure: 0, unmatched: 0 };
		units.set(unit, sum);
		const pooled = strata.get(stratum);
		sum.exposure += exposure;
		if (pooled !== undefined && pooled.exposure > 0) {
			sum.observed += observed;
			sum.expected += (pooled.observed / pooled.exposure) * exposure;
		} else sum.unmatched += observed;
	}
	return units;
}
