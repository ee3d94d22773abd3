import type { Kpi, KpiChange, KpiValue } from '#core/domain/kpi.ts';
import type { MissingCode } from '#core/domain/missing-data.ts';
import { compareProportions } from './compare-proportions.ts';
import { compareRates } from './compare-rates.ts';
import { garwoodInterval } from './garwood.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * What was counted for one KPI in one period. For a `mean-rating` the numerator is the mean itself and the
 * denominator the number of ratings it was taken over.
 */
export interface KpiCounts {
	readonly numerator: number;
	/** Null for a KPI without denominator, or where it cannot be had (then `missing` says why). */
	readonly denominator: number | null;
	readonly missing?: MissingCode;
	/** Of the value, where the counts alone do not make it. */
	readonly interval?: KpiValue['interval'];
	/** Where the numerator and denominator are no counts. */
	readonly isTooFew?: boolean;
}

/** Relative error of chance under which a change is called one. */
const alpha = 0.05;

/**
 * The one place where a KPI gets its value, its 95 % interval and its “too few to say”. The observed numerator
 * stands for the expected one in that rule: one period alone knows nothing better.
 */
export function evaluateKpi(kpi: Kpi, counts: KpiCounts): KpiValue {
	const { numerator, denominator, missing } = counts;
	const base = { kpiId: kpi.id, numerator, denominator };
	if (missing === undefined && kpi.numerator.count === 'mean-rating')
		return { ...base, ...evaluateMean(kpi, numerator, denominator ?? 0) };
	if (missing === undefined && kpi.denominator === null) {
		const isTooFew = numerator < kpi.tooFew.numerator;
		return { ...base, value: numerator, interval: intervalOf(kpi, numerator, 1, 1), missing: null, isTooFew };
	}
	if (missing !== undefined || kpi.denominator === null || denominator === null || denominator === 0) {
		const why = missing ?? (kpi.denominator?.of === 'exposure' ? 'no-exposure' : 'no-feedback');
		return { ...base, value: null, interval: null, missing: why, isTooFew: false };
	}
	const { per } = kpi.denominator;
	return {
		...base,
		value: (per * numerator) / denominator,
		interval: counts.interval ?? intervalOf(kpi, numerator, denominator, per),
		missing: null,
		isTooFew: counts.isTooFew ?? (numerator < kpi.tooFew.numerator || denominator < kpi.tooFew.denominator)
	};
}

function isMadeOfCounts(interval: Kpi['interval']): interval is 'garwood' | 'wilson' {
	return interval === 'garwood' || interval === 'wilson';
}

function evaluateMean(kpi: Kpi, mean: number, ratings: number) {
	const isMissing = ratings === 0;
	return {
		value: isMissing ? null : mean,
		interval: null,
		missing: isMissing ? ('no-feedback' as const) : null,
		isTooFew: !isMissing && ratings < Math.max(kpi.tooFew.numerator, kpi.tooFew.denominator)
	};
}

function intervalOf(kpi: Kpi, numerator: number, denominator: number, per: number): KpiValue['interval'] {
	if (!isMadeOfCounts(kpi.interval)) return null;
	const { low, high } =
		kpi.interval === 'garwood'
			? garwoodInterval(numerator, denominator)
			: wilsonInterval(numerator, denominator);
	return { low: per * low, high: per * high };
}

/**
 * Compares a KPI in two separate periods: rates by {@link compareRates}, shares by {@link compareProportions}. It is
 * improving or worsening when chance alone would make such a change in fewer than 5 of 100 cases, else stable. It
 * is too few when either period, had nothing changed, would be expected to hold fewer than the KPI's rule asks for.
 * Unjudged: a value is missing, the KPI has no interval, or no direction is better.
 */
export function judgeChange(kpi: Kpi, before: KpiValue, now: KpiValue): KpiChange {
	const pValue = pValueOf(kpi, before, now);
	const relative =
		before.value === null || now.value === null || before.value === 0 ? null : now.value / before.value - 1;
	return { before, relative, pValue, verdict: verdictOf(kpi, before, now, pValue) };
}

function verdictOf(kpi: Kpi, before: KpiValue, now: KpiValue, pValue: number | null): KpiChange['verdict'] {
	if (before.value === null || now.value === null) return 'unjudged';
	if (isChangeTooFew(kpi, before, now)) return 'too-few';
	if (pValue === null || kpi.better === 'none') return 'unjudged';
	if (pValue >= alpha || now.value === before.value) return 'stable';
	return now.value < before.value === (kpi.better === 'lower') ? 'improving' : 'worsening';
}

/** By the expected counts under “no change”: a fall from many to none is not too few to be called an improvement. */
function isChangeTooFew(kpi: Kpi, before: KpiValue, now: KpiValue): boolean {
	if (kpi.interval === null || !before.denominator || !now.denominator)
		return before.isTooFew || now.isTooFew;
	const fewest = Math.min(before.denominator, now.denominator);
	const pooled = (before.numerator + now.numerator) / (before.denominator + now.denominator);
	return fewest < kpi.tooFew.denominator || pooled * fewest < kpi.tooFew.numerator;
}

function pValueOf(kpi: Kpi, before: KpiValue, now: KpiValue): number | null {
	if (!isMadeOfCounts(kpi.interval)) return null;
	if (before.value === null || now.value === null) return null;
	if (!before.denominator || !now.denominator) return null;
	if (kpi.interval === 'garwood')
		return compareRates(
			{ count: before.numerator, exposure: before.denominator },
			{ count: now.numerator, exposure: now.denominator }
		).pValue;
	return compareProportions(
		{ successes: before.numerator, n: before.denominator },
		{ successes: now.numerator, n: now.denominator }
	).pValue;
}
