import { meanOf, movingRanges } from './moments.ts';

export interface ControlPoint {
	/** Null where there is nothing to divide by: a gap. */
	readonly value: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly isOutside: boolean;
}

export interface ControlChart {
	/** Of the baseline; null when the baseline holds nothing, and then there are no limits. */
	readonly center: number | null;
	/** How many times wider than chance alone the limits are drawn; 1 in a plain chart. */
	readonly sigmaZ: number;
	/** The same as the baseline gave it, before the floor of 1; null in a plain chart and with fewer than two points. */
	readonly measuredSigmaZ: number | null;
	readonly points: readonly ControlPoint[];
}

/** Mean moving range of two normal values, in standard deviations. */
export const d2 = 1.128;

/**
 * Laney's σ_z = mean |z_t − z_{t−1}| / 1.128 over the standardised values of the baseline, as measured and floored at
 * 1 (large exposures vary by more than chance, never by less; the floor is Earshot's choice). Of fewer than two
 * values nothing is measured: null, and 1.
 * Source: P. B. Laney, Quality Engineering 14 (2002) 531–537; checked against qicharts2.
 */
export function laneySigma(scores: readonly number[]): {
	readonly measured: number | null;
	readonly floored: number;
} {
	if (scores.length < 2) return { measured: null, floored: 1 };
	const measured = meanOf(movingRanges(scores)) / d2;
	return { measured, floored: Math.max(1, measured) };
}

/**
 * A point between center − half and center + half, cut to [least, most]. Rounding alone puts nothing outside: with
 * all values equal the limits fall on them.
 */
export function placePoint(
	value: number | null,
	limits: {
		readonly center: number;
		readonly half: number;
		readonly least?: number;
		readonly most?: number;
	} | null
): ControlPoint {
	if (limits === null || value === null) return { value, low: null, high: null, isOutside: false };
	const { center, half, least = -Infinity, most = Infinity } = limits;
	const low = Math.max(least, center - half);
	const high = Math.min(most, center + half);
	const rounding = 1e-12 * Math.max(Math.abs(center), Math.abs(value));
	return { value, low, high, isOutside: value < low - rounding || value > high + rounding };
}
