import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf } from '#core/domain/period.ts';
import type { FoundSignal } from '#core/domain/signal.ts';
import { falseAlarmRate } from '#core/stats/scan/false-alarm-rate.ts';
import { judgeWeek, type WeekJudgement } from '#core/stats/scan/judge-weeks.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { readSeries, withoutSums, type Series } from './read-series.ts';
import { placeOf, withinContext, type Scanned, type ScanContext } from './scan-context.ts';

interface Alarm {
	readonly series: Series;
	readonly at: number;
	readonly judgement: WeekJudgement;
}

/** Conduct themes × (whole, agency, team): are the latest complete weeks above what their season leads to expect? */
export async function scanWeeks(context: ScanContext): Promise<Scanned> {
	const { weeks } = context;
	const [first, last] = [weeks[0], weeks.at(-1)];
	if (first === undefined || last === undefined) return { found: [], comparisons: 0, falseAlarms: 0 };
	const period = { from: periodOf(first).from, to: periodOf(last).to };
	const within = withinContext(context, period);
	const series = await readSeries(context, within.filter, ['whole', 'agency', 'team'], {
		grain: 'week',
		keys: weeks
	});
	const places = weeks.map((_, at) => at).slice(-scanRules.early.weeks);
	const judged = series.flatMap((one) =>
		places.flatMap((at) => {
			const judgement = judgeWeek(one.counts, one.exposures, at);
			return judgement ? [{ series: one, at, judgement }] : [];
		})
	);
	const alarms = [...Map.groupBy(judged, ({ series: one }) => one).values()].flatMap((own) =>
		own.filter(({ judgement }) => judgement.isAlarm).slice(-1)
	);
	const own = withoutSums(alarms, context.agencyOf, (rest) =>
		places.some((at) => judgeWeek(rest.counts, rest.exposures, at)?.isAlarm ?? false)
	);
	return {
		found: own.map((alarm) => describe(context, alarm, within)),
		comparisons: judged.length,
		falseAlarms: judged.reduce((sum, { judgement }) => sum + chanceOf(judgement), 0)
	};
}

const { alpha, earsBaseline, earsLag } = scanRules.early;
const earsLength = earsBaseline + earsLag + 1;
const even = Array.from({ length: earsLength }, () => 1);
const earsRate = falseAlarmRate(
	(counts) => judgeWeek(counts, even, earsLength - 1)?.isAlarm ?? false,
	earsLength
);

/** The seasonal threshold keeps what it promises; seven weeks alone promise more than they keep, so that is simulated. */
function chanceOf({ method, expected }: WeekJudgement): number {
	return method === 'farrington' ? alpha : earsRate(expected);
}

function describe(
	context: ScanContext,
	{ series: { unit, unitId, theme, counts }, at, judgement }: Alarm,
	{ filter, leftOut }: ReturnType<typeof withinContext>
): FoundSignal {
	const week = context.weeks[at] ?? '';
	const period = periodOf(week);
	return {
		kind: 'early',
		causeKey: `early ${theme} ${unit} ${unitId}`,
		unit,
		unitId,
		theme,
		...placeOf(context, unit, unitId),
		period,
		evidence: narrow(filter, {
			period,
			theme: [theme],
			...(unit === 'whole' ? {} : { [unit]: [unitId] })
		}),
		figures: {
			kind: 'early',
			leftOut,
			week,
			observed: counts[at] ?? 0,
			expected: judgement.expected,
			threshold: judgement.threshold,
			method: judgement.method
		}
	};
}
