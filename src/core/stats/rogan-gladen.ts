import { zOf, type Interval } from './interval.ts';
import type { Proportion } from './newcombe.ts';

export interface CorrectedPrevalence {
	/** 0 … 1, cut there. */
	readonly value: number;
	readonly interval: Interval;
}

interface TaggerQuality {
	/** Found of those that are there (recall). */
	readonly sensitivity: Proportion;
	/** Left untagged of those that are not there. */
	readonly specificity: Proportion;
}

/**
 * How many there are in truth when an imperfect tagger flags q: (q + Sp − 1)/(Se + Sp − 1), cut to 0 … 1. The interval
 * allows for the sampling of all three: Lang and Reiczigel's, from q′ = (x + z²/2)/(n + z²), Se′ = (x + 1)/(n + 2) and
 * Sp′ alike, cut to 0 … 1 and widened to hold the value.
 * Throws a RangeError for successes outside of 0 … n, n of 0, and Se + Sp ≤ 1: such a tagger knows nothing.
 * Source: W. J. Rogan & B. Gladen, Am J Epidemiol 107 (1978) 71–76; Z. Lang & J. Reiczigel, Prev Vet Med 113 (2014)
 * 13–22.
 */
export function correctPrevalence(
	flagged: Proportion,
	{ sensitivity, specificity }: TaggerQuality,
	level = 0.95
): CorrectedPrevalence {
	[flagged, sensitivity, specificity].forEach(requireProportion);
	const youden = shareOf(sensitivity) + shareOf(specificity) - 1;
	if (!(youden > 0))
		throw new RangeError(
			'Nothing can be corrected by a tagger whose sensitivity and specificity add up to 1 or less.'
		);
	const value = cut((shareOf(flagged) + shareOf(specificity) - 1) / youden);
	const { low, high } = intervalOf(flagged, { sensitivity, specificity }, zOf(level));
	return { value, interval: { low: Math.min(value, cut(low)), high: Math.max(value, cut(high)) } };
}

function intervalOf(flagged: Proportion, quality: TaggerQuality, z: number): Interval {
	const q = (flagged.successes + z ** 2 / 2) / (flagged.n + z ** 2);
	const [se, seError] = steadied(quality.sensitivity);
	const [sp, spError] = steadied(quality.specificity);
	const youden = se + sp - 1;
	const value = (q + sp - 1) / youden;
	const shift = 2 * z ** 2 * (value * seError - (1 - value) * spError);
	const variance = (q * (1 - q)) / (flagged.n + z ** 2) + value ** 2 * seError + (1 - value) ** 2 * spError;
	const half = (z * Math.sqrt(variance)) / Math.abs(youden);
	return { low: value + shift - half, high: value + shift + half };
}

/** The share with a success and a failure more, and its variance. */
function steadied({ successes, n }: Proportion): [share: number, variance: number] {
	const share = (successes + 1) / (n + 2);
	return [share, (share * (1 - share)) / (n + 2)];
}

function shareOf({ successes, n }: Proportion): number {
	return successes / n;
}

function cut(share: number): number {
	return Math.min(1, Math.max(0, share));
}

function requireProportion({ successes, n }: Proportion): void {
	if (!(n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n))
		throw new RangeError(`No proportion of ${successes} in ${n}: it must lie between 0 and 1.`);
}
