import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { requireNumbers, requireSameLength } from './check-input.ts';
import { sumOf } from './moments.ts';

export interface OverdispersionTest {
	/** D = Σ(O − E)²/V: as many times df as the counts vary more than chance alone. */
	readonly statistic: number;
	readonly df: number;
	/** D / df: 1 when chance alone is at work. */
	readonly ratio: number;
	/** Of “chance alone”; one-sided, small when the counts vary more. */
	readonly pValue: number;
}

/**
 * Do Poisson counts vary by more than chance? D = Σ(O_t − n_t·ū)² / (n_t·ū), with equal exposures (s²/mean)(k − 1), is
 * χ² with k − 1 degrees of freedom if not. Without exposures all are taken as equal. Null with fewer than two counts,
 * or none above 0: nothing can be told.
 * Throws a RangeError for negative or non-finite numbers, an exposure of 0, or lists of different lengths.
 * Source: G. B. Wetherill & D. W. Brown, Statistical Process Control (1991) 216–218; qcc `qcc.overdispersion.test`.
 */
export function testPoissonOverdispersion(
	counts: readonly number[],
	exposures: readonly number[] = counts.map(() => 1)
): OverdispersionTest | null {
	requireInputs(counts, exposures);
	const rate = sumOf(counts) / sumOf(exposures);
	if (counts.length < 2 || rate === 0) return null;
	return testOf(
		counts.map((count, index) => (count - exposures[index]! * rate) ** 2 / (exposures[index]! * rate))
	);
}

/**
 * The same for shares: D = Σ(O_t − n_t·p̄)² / (n_t·p̄(1 − p̄)). Null with fewer than two, or where p̄ is 0 or 1.
 * Throws as {@link testPoissonOverdispersion}, and for more successes than n.
 */
export function testBinomialOverdispersion(
	successes: readonly number[],
	sizes: readonly number[]
): OverdispersionTest | null {
	requireInputs(successes, sizes);
	requireNumbers(
		sizes.map((n, index) => n - successes[index]!),
		'failures (n less successes)',
		0
	);
	const share = sumOf(successes) / sumOf(sizes);
	if (successes.length < 2 || share === 0 || share === 1) return null;
	return testOf(
		successes.map(
			(count, index) => (count - sizes[index]! * share) ** 2 / (sizes[index]! * share * (1 - share))
		)
	);
}

function requireInputs(counts: readonly number[], exposures: readonly number[]): void {
	requireSameLength(counts, exposures, 'counts and exposures');
	requireNumbers(counts, 'counts', 0);
	requireNumbers(exposures, 'exposures', Number.MIN_VALUE);
}

function testOf(terms: readonly number[]): OverdispersionTest {
	const df = terms.length - 1;
	const statistic = sumOf(terms);
	return { statistic, df, ratio: statistic / df, pValue: 1 - chiSquareCdf(statistic, df) };
}
