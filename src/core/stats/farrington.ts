import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requireNumbers, requireSameLength } from './check-input.ts';
import { negativeBinomialThreshold, powerThreshold, type PowerTransform } from './farrington-threshold.ts';
import { anscombeResiduals, farringtonWeights } from './farrington-weights.ts';
import { fitLogLinear, quadraticForm, type LogLinearFit } from './log-linear-fit.ts';
import { sumOf } from './moments.ts';

export interface FarringtonOptions {
	/** Periods of a year: 52 weeks or 12 months. */
	readonly season?: number;
	/** Years back (b), and periods to each side of the same one in each of them (w). */
	readonly years?: number;
	readonly halfWindow?: number;
	readonly alpha?: number;
	readonly isReweighted?: boolean;
	/** Residual above which a past count weighs less: 1 in 1996, 2.58 in the improved method. */
	readonly weightsThreshold?: number;
	readonly hasTrend?: boolean;
	/** `power`: 1996, z_{1−α/2} · `plug-in`, `mean-quantile`: negative binomial, z_{1−α}, of the improved method. */
	readonly threshold?: 'power' | 'plug-in' | 'mean-quantile';
	readonly transform?: PowerTransform;
	/** No alarm with fewer than `cases` in the last `periods`, this one included. */
	readonly fewest?: { readonly cases: number; readonly periods: number };
	/** One a count, above 0: the model is then one of rates. */
	readonly exposures?: readonly number[];
}

export interface FarringtonResult {
	readonly expected: number;
	/** Null where there are too few cases for an alarm. */
	readonly threshold: number | null;
	readonly isAlarm: boolean;
	/** φ, at least 1. */
	readonly dispersion: number;
	/** Was a trend kept? */
	readonly hasTrend: boolean;
	/** Counts it was compared with. */
	readonly reference: number;
}

/** Years of history below which a trend cannot be told from chance. */
const fewestYears = 3;
const fewestReference = 3;

/**
 * Is the count at `at` (from 0) above what the same season of the years before leads one to expect? The reference are
 * the counts at −w … +w periods around the same one in each of b years; a quasi-Poisson log-linear model with a trend
 * is fitted, past outbreaks weighted down by Anscombe residuals, and fitted again. The trend is kept if b ≥ 3, it
 * differs from 0 (t-test, 5 %), and it leads no higher than the highest reference count; φ is floored at 1. The
 * threshold is `powerThreshold` or `negativeBinomialThreshold`. An alarm is a count above it, unless there were fewer
 * than 5 cases in the last 4 periods. Reference periods before the first count are left out; null with fewer than 3,
 * or where the model does not converge. `improvedFarrington` has the options of the later method.
 * Throws a RangeError for negative or non-finite counts, exposures of 0 or less, and an index without a count.
 * Source: C. P. Farrington et al., JRSS-A 159 (1996) 547–563; checked against the R package surveillance
 * (`algo.farrington`).
 */
export function detectByFarrington(
	counts: readonly number[],
	at: number,
	options: FarringtonOptions = {}
): FarringtonResult | null {
	const exposures = options.exposures ?? counts.map(() => 1);
	const { years = 5, hasTrend = true, fewest = { cases: 5, periods: 4 } } = options;
	requireNumbers(counts, 'counts', 0);
	requireSameLength(exposures, counts, 'exposures and counts');
	if (!Number.isInteger(at) || at < 0 || at >= counts.length)
		throw new RangeError(`There is no count at ${at}: there are ${counts.length}.`);
	const reference = referencePeriods(at, options);
	if (reference.length < fewestReference) return null;
	const past: Past = {
		times: reference.map((time) => time - at),
		counts: reference.map((time) => counts[time]!),
		exposures: reference.map((time) => exposures[time]!)
	};
	const trending = hasTrend ? fitPast(past, true, options) : null;
	const isTrendKept = trending !== null && years >= fewestYears && isTrue(trending, past, exposures[at]!);
	const model = isTrendKept ? trending : fitPast(past, false, options);
	if (model === null) return null;
	const isTooFew = sumOf(counts.slice(Math.max(0, at - fewest.periods + 1), at + 1)) < fewest.cases;
	const { expected, high } = predict(model, exposures[at]!, options);
	return {
		expected,
		threshold: isTooFew ? null : high,
		isAlarm: !isTooFew && counts[at]! > high,
		dispersion: dispersionOf(model),
		hasTrend: isTrendKept,
		reference: reference.length
	};
}

/** Options of the improved method: outbreaks weighted down later, and the negative binomial threshold. */
export const improvedFarrington = {
	weightsThreshold: 2.58,
	threshold: 'mean-quantile'
} as const satisfies FarringtonOptions;

interface Past {
	/** Periods before now: the intercept is then the present. */
	readonly times: readonly number[];
	readonly counts: readonly number[];
	readonly exposures: readonly number[];
}

function referencePeriods(
	at: number,
	{ season = 52, years = 5, halfWindow = 3 }: FarringtonOptions
): number[] {
	const periods: number[] = [];
	for (let year = years; year >= 1; year--)
		for (let shift = -halfWindow; shift <= halfWindow; shift++) periods.push(at - season * year + shift);
	return periods.filter((period) => period >= 0 && period < at);
}

function fitPast({ times, counts, exposures }: Past, isTrend: boolean, options: FarringtonOptions) {
	const design = times.map((time) => (isTrend ? [1, time] : [1]));
	const first = fitLogLinear(design, counts, { exposures });
	if (first === null || options.isReweighted === false) return first;
	const residuals = anscombeResiduals(counts, first, dispersionOf(first));
	const weights = farringtonWeights(residuals, options.weightsThreshold);
	return fitLogLinear(design, counts, { exposures, weights });
}

function isTrue(
	{ coefficients, covariance, dispersion, degreesOfFreedom }: LogLinearFit,
	past: Past,
	exposure: number
) {
	if (!(degreesOfFreedom > 0)) return false;
	const error = Math.sqrt(dispersion * covariance[1]![1]!);
	const isSignificant = Math.abs(coefficients[1]!) > tQuantile(0.975, degreesOfFreedom) * error;
	return isSignificant && exposure * Math.exp(coefficients[0]!) <= Math.max(...past.counts);
}

function predict(model: LogLinearFit, exposure: number, options: FarringtonOptions) {
	const { alpha = 0.01, threshold = 'power', transform = '2/3' } = options;
	const dispersion = dispersionOf(model);
	const now = model.coefficients.map((_, index) => (index === 0 ? 1 : 0));
	const expected = exposure * Math.exp(model.coefficients[0]!);
	const logError = Math.sqrt(dispersion * quadraticForm(now, model.covariance));
	const { high } =
		threshold === 'power'
			? powerThreshold(
					{ mean: expected, standardError: expected * logError, dispersion },
					{ alpha, transform }
				)
			: negativeBinomialThreshold(
					{ mean: expected, standardError: logError, dispersion },
					{ alpha, method: threshold }
				);
	return { expected, high };
}

function dispersionOf({ dispersion }: LogLinearFit): number {
	return Number.isNaN(dispersion) ? 1 : Math.max(1, dispersion);
}
