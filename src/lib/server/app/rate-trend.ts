import { hasExposureMatch, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Kpi, KpiValue } from '#core/domain/kpi.ts';
import { isComplete, periodKeys, periodOf, type Grain, type Period } from '#core/domain/period.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { buildUChart } from '#core/stats/u-chart.ts';
import { countByPeriod } from '../facts/questions/count-by-period.ts';
import { exposureByPeriod } from '../facts/questions/exposure-by-period.ts';
import type { Source } from '../storage/question-schema.ts';

export interface RatePoint {
	readonly key: string;
	readonly isComplete: boolean;
	readonly value: KpiValue;
	/** Natural variation of this period (u′ chart), per the KPI's unit; null where there is no baseline. */
	readonly limits: { readonly low: number; readonly high: number } | null;
	readonly isOutside: boolean;
}
export interface RateTrend {
	readonly points: readonly RatePoint[];
	/** Mean of the baseline, per the KPI's unit; null when there are too few periods for one. */
	readonly center: number | null;
	readonly sigmaZ: number | null;
}

/** Fewer complete periods make no baseline (S1: at least 12). */
const fewestForBaseline = 12;

interface Asked {
	/** What is drawn. */
	readonly period: Period;
	/** The baseline ends here: the periods that are judged do not make their own limits. */
	readonly baselineTo: string;
	readonly grain: Grain;
	readonly today: string;
}

/** A KPI per connected contacts over time, with the limits of its natural variation (u′ chart). */
export async function rateTrend(source: Source, kpi: Kpi, filter: Filter, asked: Asked): Promise<RateTrend> {
	const { period, grain, today, baselineTo } = asked;
	const hasMatch = hasExposureMatch(filter);
	const [counts, exposures] = await Promise.all([
		countByPeriod(source, narrow({ ...filter, period }, kpi.numerator.where), grain),
		hasMatch ? exposureByPeriod(source, { ...filter, period }, grain) : []
	]);
	const countOf = new Map(counts.map((row) => [row.period, row.count]));
	const exposureOf = new Map(exposures.map((row) => [row.period, row.connected]));
	const inputs = periodKeys(period, grain).map((key) => {
		const isWhole = isComplete(key, period, today);
		const exposure = exposureOf.get(key) ?? 0;
		const isBaseline = isWhole && exposure > 0 && periodOf(key).to <= baselineTo;
		return { key, isWhole, isBaseline, count: countOf.get(key) ?? 0, exposure };
	});
	const hasBaseline = inputs.filter(({ isBaseline }) => isBaseline).length >= fewestForBaseline;
	const chart = hasBaseline ? buildUChart(inputs, 'u-prime') : null;
	const per = kpi.denominator?.per ?? 1;
	return {
		center: chart?.center == null ? null : chart.center * per,
		sigmaZ: chart?.sigmaZ ?? null,
		points: inputs.map(({ key, isWhole, count, exposure }, index) => {
			const point = chart?.points[index];
			const limits =
				point?.low == null || point.high == null ? null : { low: point.low * per, high: point.high * per };
			return {
				key,
				isComplete: isWhole,
				value: evaluateKpi(kpi, {
					numerator: count,
					denominator: exposure > 0 ? exposure : null,
					...(hasMatch ? {} : { missing: 'no-match' as const })
				}),
				limits: isWhole ? limits : null,
				isOutside: isWhole && (point?.isOutside ?? false)
			};
		})
	};
}
