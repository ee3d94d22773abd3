import { requireNumbers } from './check-input.ts';
import type { Interval } from './interval.ts';
import { quantileOf, sumOf } from './moments.ts';
import { createRandom } from './seeded-random.ts';
import { wilsonInterval } from './wilson.ts';

/** What reviewers found in the sample of one stratum: tagged, not tagged, near-miss; by theme or language. */
export interface ReviewedStratum {
	/** Records of the stratum, of which the sample is a part. */
	readonly population: number;
	readonly truePositive: number;
	readonly falsePositive: number;
	readonly falseNegative: number;
	readonly trueNegative: number;
}

export interface QualityEstimate {
	readonly value: number;
	readonly interval: Interval;
}

export interface StratifiedQuality {
	/** Items reviewed. */
	readonly n: number;
	/** Null where nothing reviewed was tagged, or nothing ought to have been. */
	readonly precision: QualityEstimate | null;
	readonly recall: QualityEstimate | null;
}

interface Options {
	readonly level?: number;
	readonly replicates?: number;
	readonly seed?: number;
}

/**
 * Precision and recall of a tagger from a stratified sample, each item weighted by W_h = N_h/n_h, the records it stands
 * for: precision ΣW·TP/ΣW(TP + FP), its interval Wilson's at the effective size (ΣW)²/ΣW² of the tagged items (their
 * number, where weights are equal); recall ΣW·TP/ΣW(TP + FN), its interval a percentile bootstrap within strata, and
 * Wilson's at the effective size where the bootstrap cannot vary (recall 0 or 1). The same seed gives the same interval.
 * Throws a RangeError for negative or non-finite numbers, for a sample larger than its stratum, and for a stratum with
 * records of which none was reviewed.
 * Source: W. G. Cochran, Sampling Techniques (1977) ch. 5 and 11; B. Efron & R. Tibshirani (1993) ch. 13; L. Kish,
 * Survey Sampling (1965) §11.7 (effective size).
 */
export function measureStratified(
	strata: readonly ReviewedStratum[],
	{ level = 0.95, replicates = 2000, seed = 1 }: Options = {}
): StratifiedQuality {
	strata.forEach(requireStratum);
	const reviewed = strata.filter((stratum) => sizeOf(stratum) > 0);
	const tagged = reviewed.map(({ truePositive, falsePositive }) => truePositive + falsePositive);
	const relevant = reviewed.map(({ truePositive, falseNegative }) => truePositive + falseNegative);
	const precision = weightedShare(reviewed, tagged);
	const recall = weightedShare(reviewed, relevant);
	return {
		n: sumOf(reviewed.map(sizeOf)),
		precision:
			precision === null
				? null
				: { value: precision, interval: effectiveWilson(reviewed, tagged, precision, level) },
		recall:
			recall === null
				? null
				: {
						value: recall,
						interval:
							recall === 0 || recall === 1
								? effectiveWilson(reviewed, relevant, recall, level)
								: bootstrapRecall(reviewed, { level, replicates, seed })
					}
	};
}

function sizeOf(stratum: ReviewedStratum): number {
	return stratum.truePositive + stratum.falsePositive + stratum.falseNegative + stratum.trueNegative;
}

function weightOf(stratum: ReviewedStratum): number {
	return stratum.population / sizeOf(stratum);
}

function weightedShare(strata: readonly ReviewedStratum[], wholes: readonly number[]): number | null {
	const whole = sumOf(strata.map((stratum, index) => weightOf(stratum) * wholes[index]!));
	if (whole === 0) return null;
	return sumOf(strata.map((stratum) => weightOf(stratum) * stratum.truePositive)) / whole;
}

function effectiveWilson(
	strata: readonly ReviewedStratum[],
	wholes: readonly number[],
	share: number,
	level: number
): Interval {
	const total = sumOf(strata.map((stratum, index) => weightOf(stratum) * wholes[index]!));
	const squares = sumOf(strata.map((stratum, index) => weightOf(stratum) ** 2 * wholes[index]!));
	const n = total ** 2 / squares;
	return wilsonInterval(share * n, n, level);
}

function bootstrapRecall(strata: readonly ReviewedStratum[], options: Required<Options>): Interval {
	const random = createRandom(options.seed);
	const values: number[] = [];
	for (let replicate = 0; replicate < options.replicates; replicate++) {
		let found = 0;
		let relevant = 0;
		for (const stratum of strata) {
			const weight = weightOf(stratum);
			for (let item = sizeOf(stratum); item > 0; item--) {
				const drawn = random() * sizeOf(stratum);
				if (drawn < stratum.truePositive) found += weight;
				if (drawn < stratum.truePositive + stratum.falseNegative) relevant += weight;
			}
		}
		if (relevant > 0) values.push(found / relevant);
	}
	const tail = (1 - options.level) / 2;
	return { low: quantileOf(values, tail), high: quantileOf(values, 1 - tail) };
}

function requireStratum(stratum: ReviewedStratum): void {
	requireNumbers(Object.values(stratum), 'numbers of a stratum', 0);
	if (sizeOf(stratum) > stratum.population)
		throw new RangeError('No sample can be larger than the stratum it was drawn from.');
	if (sizeOf(stratum) === 0 && stratum.population > 0)
		throw new RangeError('A stratum with records needs a reviewed sample: leave it out, and say so.');
}
