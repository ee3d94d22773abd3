import { requireNumbers } from './check-input.ts';
import { d2, placePoint, type ControlPoint } from './control-chart.ts';
import { meanOf, movingRanges } from './moments.ts';

export interface XmrChart {
	readonly center: number;
	/** Mean moving range; null of a single value. */
	readonly meanRange: number | null;
	/** Above this, 3.267 · mean range, a single step is unusual; null of a single value. */
	readonly rangeLimit: number | null;
	readonly points: readonly ControlPoint[];
}

/** Upper limit of a moving range of two, in mean ranges (D₄). */
const d4 = 3.267;

interface XmrOptions {
	/** `2.66` is the factor of the NHS and of most books; `d2` is 3/1.128 = 2.6596 of the NIST handbook. */
	readonly factor?: '2.66' | 'd2';
	/** Leaves ranges above 3.267 · mean range out of the mean, once: a single jump then does not widen the limits. */
	readonly isScreened?: boolean;
}

/**
 * Chart of individual values (X) and moving ranges (mR), for figures that are neither counts nor rates: days, ratings.
 * Limits x̄ ± 2.66·mR̄. One value has no limits; equal values have limits that fall on them.
 * Throws a RangeError for no or non-finite values.
 * Source: NIST/SEMATECH e-Handbook 6.3.2.2; NHS England, Making Data Count (NHSRplotthedots); screening after
 * L. S. Nelson, J Quality Technology 14 (1982) 172–173.
 */
export function buildXmrChart(values: readonly number[], options: XmrOptions = {}): XmrChart {
	if (values.length === 0) throw new RangeError('An XmR chart needs at least one value.');
	requireNumbers(values, 'values');
	const center = meanOf(values);
	const all = movingRanges(values);
	if (all.length === 0)
		return {
			center,
			meanRange: null,
			rangeLimit: null,
			points: values.map((value) => placePoint(value, null))
		};
	const kept = all.filter((range) => range <= d4 * meanOf(all));
	const meanRange = meanOf(options.isScreened ? kept : all);
	const half = meanRange * (options.factor === 'd2' ? 3 / d2 : 2.66);
	return {
		center,
		meanRange,
		rangeLimit: d4 * meanRange,
		points: values.map((value) => placePoint(value, { center, half }))
	};
}
