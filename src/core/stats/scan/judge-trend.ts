import type { RunRule } from '../run-rules.ts';
import { applyRunRules } from '../run-rules.ts';
import { buildUChart } from '../u-chart.ts';
import { scanRules } from './scan-rules.ts';

export interface TrendMonth {
	readonly count: number;
	readonly exposure: number;
	readonly isBaseline: boolean;
}

export interface TrendBreach {
	/** What the latest month is special by, strictest first. */
	readonly rules: readonly RunRule[];
	/** First month of the run that the latest one ends, as index. */
	readonly from: number;
	readonly observed: number;
	/** Of the baseline's rate, over the same months. */
	readonly expected: number;
	/** Of the latest month, per contact. */
	readonly rate: number;
	readonly limit: number;
	readonly center: number;
	readonly sigmaZ: number;
}

const rules: readonly RunRule[] = ['outside', 'two-of-three', 'shift', 'trend'];
const longRun = 7;

/**
 * Is the last of these complete months special upwards: above its u′ limit, or the end of a run by the rules of
 * `run-rules.ts`? A run that rests on fewer than 5 feedback is none. Null where it is not special, or where the
 * baseline cannot say (see {@link isTrendTested}).
 */
export function judgeTrend(months: readonly TrendMonth[]): TrendBreach | null {
	const at = months.length - 1;
	const last = months[at];
	if (!last || !isTrendTested(months) || last.count / last.exposure <= meanRate(months)) return null;
	const chart = buildUChart(months, 'u-prime');
	const point = chart.points[at];
	const center = chart.center ?? 0;
	if (!point || point.value === null || point.high === null) return null;
	const marked = applyRunRules(chart.points, center)[at] ?? new Set<RunRule>();
	const from = runStart(chart.points, center, marked);
	const run = months.slice(from);
	const observed = run.reduce((sum, { count }) => sum + count, 0);
	if (marked.size === 0 || observed < scanRules.trend.fewestFeedback) return null;
	return {
		rules: rules.filter((rule) => marked.has(rule)),
		from,
		observed,
		expected: center * run.reduce((sum, { exposure }) => sum + exposure, 0),
		rate: point.value,
		limit: point.high,
		center,
		sigmaZ: chart.sigmaZ
	};
}

function meanRate(months: readonly TrendMonth[]): number {
	const baseline = months.filter(({ isBaseline, exposure }) => isBaseline && exposure > 0);
	const sum = (of: (month: TrendMonth) => number) => baseline.reduce((total, month) => total + of(month), 0);
	return sum(({ count }) => count) / sum(({ exposure }) => exposure);
}

/** Is there a baseline of enough months and events, outside of which the last month lies, with contacts to divide by? */
export function isTrendTested(months: readonly TrendMonth[]): boolean {
	const last = months.at(-1);
	const baseline = months.filter(({ isBaseline, exposure }) => isBaseline && exposure > 0);
	const events = baseline.reduce((sum, { count }) => sum + count, 0);
	return (
		last !== undefined &&
		!last.isBaseline &&
		last.exposure > 0 &&
		baseline.length >= scanRules.baseline.fewest &&
		events >= scanRules.trend.fewestMean * baseline.length
	);
}

interface Placed {
	readonly value: number | null;
}

/** The longest reach of the rules that mark the last point: only an outside point stands by itself. */
function runStart(points: readonly Placed[], center: number, marked: ReadonlySet<RunRule>): number {
	const last = points.length - 1;
	let start = last;
	if (marked.has('two-of-three')) start = Math.min(start, last - 2);
	if (marked.has('trend')) start = Math.min(start, last - longRun + 1);
	if (marked.has('shift')) {
		let at = last;
		while (at > 0 && (points[at - 1]?.value ?? -Infinity) > center) at--;
		start = Math.min(start, at);
	}
	return Math.max(0, start);
}
