import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf, type Period } from '#core/domain/period.ts';
import type { FoundSignal } from '#core/domain/signal.ts';
import { falseAlarmRate } from '#core/stats/scan/false-alarm-rate.ts';
import { isTrendTested, judgeTrend, type TrendBreach } from '#core/stats/scan/judge-trend.ts';
import { seriesUnits } from '../../facts/unit-columns.ts';
import { readSeries, withoutSums, type Series } from './read-series.ts';
import { placeOf, withinContext, type Scanned, type ScanContext } from './scan-context.ts';

/** Conduct themes × (whole, agency, team, channel): is the latest complete month above what is usual? */
export async function scanTrends(context: ScanContext): Promise<Scanned> {
	const { months, baseline } = context;
	const latest = months.at(-1);
	if (baseline === null || latest === undefined) return { found: [], comparisons: 0, falseAlarms: 0 };
	const keys = months.filter((key) => periodOf(key).from >= baseline.from);
	const within = withinContext(context, { from: baseline.from, to: periodOf(latest).to });
	const isBaseline = keys.map((key) => periodOf(key).to <= baseline.to);
	const judged = ({ counts, exposures }: Pick<Series, 'counts' | 'exposures'>) =>
		counts.map((count, index) => ({
			count,
			exposure: exposures[index] ?? 0,
			isBaseline: isBaseline[index] ?? false
		}));
	const series = await readSeries(context, within.filter, seriesUnits, { grain: 'month', keys });
	const tested = series.filter((one) => isTrendTested(judged(one)));
	const rateOf = falseAlarmRate(
		(counts) => judgeTrend(judged({ counts, exposures: counts.map(() => 1) })) !== null,
		keys.length
	);
	const breaches = tested.flatMap((one) => {
		const breach = judgeTrend(judged(one));
		return breach ? [{ series: one, breach }] : [];
	});
	const own = withoutSums(breaches, context.agencyOf, (one) => judgeTrend(judged(one)) !== null);
	return {
		found: own.map(({ series: one, breach }) => describe(context, one, breach, { keys, baseline, within })),
		comparisons: tested.length,
		falseAlarms: tested.reduce((sum, one) => sum + rateOf(meanOf(one, isBaseline)), 0)
	};
}

function meanOf({ counts }: Series, isBaseline: readonly boolean[]): number {
	const usual = counts.filter((_, index) => isBaseline[index]);
	return usual.reduce((sum, count) => sum + count, 0) / usual.length;
}

interface Described {
	readonly keys: readonly string[];
	readonly baseline: Period;
	readonly within: ReturnType<typeof withinContext>;
}

function describe(
	context: ScanContext,
	{ unit, unitId, theme }: Series,
	breach: TrendBreach,
	{ keys, baseline, within }: Described
): FoundSignal {
	const month = keys.at(-1) ?? '';
	const period = { from: periodOf(keys[breach.from] ?? month).from, to: periodOf(month).to };
	const { rules, observed, expected, rate, limit, center, sigmaZ } = breach;
	return {
		kind: 'trend',
		causeKey: `trend ${theme} ${unit} ${unitId}`,
		unit,
		unitId,
		theme,
		...placeOf(context, unit, unitId),
		period,
		evidence: narrow(within.filter, {
			period,
			theme: [theme],
			...(unit === 'whole' ? {} : { [unit]: [unitId] })
		}),
		figures: {
			kind: 'trend',
			leftOut: within.leftOut,
			observed,
			expected,
			rules,
			month,
			rate,
			limit,
			center,
			sigmaZ,
			baseline
		}
	};
}
