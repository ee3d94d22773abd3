import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { addDays, addMonths, isComplete, periodKeys, periodOf, type Period } from '#core/domain/period.ts';
import type { EarlyFigures, TermFigures, TrendFigures } from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { findTerms } from '#core/nlp/emerging-terms.ts';
import { garwoodInterval } from '#core/stats/garwood.ts';
import { judgeWeek } from '#core/stats/scan/judge-weeks.ts';
import { buildUChart } from '#core/stats/u-chart.ts';
import { countByPeriod } from '../facts/questions/count-by-period.ts';
import { exposureByPeriod } from '../facts/questions/exposure-by-period.ts';
import type { Source } from '../storage/question-schema.ts';
import { readTexts } from '../storage/read-texts.ts';
import type { Deps } from './deps.ts';
import { funnelOfSignal, type SignalFunnel } from './signal-funnel.ts';
import type { Signal } from './signals.ts';

export interface SignalPoint {
	readonly key: string;
	readonly value: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly numerator: number;
	readonly denominator: number | null;
	readonly limits: { readonly low: number; readonly high: number } | null;
	readonly isComplete: boolean;
	readonly isOutside: boolean;
	/** Exactly the feedback in the numerator. */
	readonly filter: Filter;
}
export interface SignalSeries {
	readonly of: 'rate' | 'count';
	/** Mean of the baseline; null: no line. */
	readonly center: number | null;
	readonly points: readonly SignalPoint[];
}
export type SignalChart = SignalSeries | SignalFunnel;

/** Rates are per 1,000 contacts, as K05's. */
const per = 1000;
const weeksShown = 26;
const monthsShown = 12;

/** The chart a signal comes from, made anew of today's data. */
export async function chartOfSignal(
	deps: Deps,
	source: Source,
	{ evidence, figures, theme, unit, unitId, period }: Signal,
	origin: Origin
): Promise<SignalChart | null> {
	if (figures.kind === 'trend') return trendOf(source, evidence, figures, period);
	if (figures.kind === 'early') return weeksOf(source, evidence, figures);
	if (figures.kind === 'term') return termOf(deps, evidence, figures);
	if (figures.kind === 'outlier')
		return funnelOfSignal(deps, { origin, period, theme: theme ?? '', kind: unit as OutlierUnit, unitId });
	const within = unit === 'team' ? { team: [unitId] } : {};
	const year = { from: addMonths(period.from, 1 - monthsShown), to: addMonths(period.from, 1) };
	return countsOf(source, { ...emptyFilter, origin, urgency: ['U0', 'U1'], ...within }, year);
}

type OutlierUnit = SignalFunnel['kind'];

async function readCounts(source: Source, filter: Filter, period: Period, grain: 'month' | 'week') {
	const asked = { ...filter, period };
	const [counts, contacts] = await Promise.all([
		countByPeriod(source, asked, grain),
		exposureByPeriod(source, asked, grain)
	]);
	return periodKeys(period, grain).map((key) => ({
		key,
		count: counts.find((row) => row.period === key)?.count ?? 0,
		exposure: contacts.find((row) => row.period === key)?.connected ?? 0,
		filter: { ...filter, period: periodOf(key) }
	}));
}

async function trendOf(
	source: Source,
	evidence: Filter,
	figures: TrendFigures,
	to: Period
): Promise<SignalSeries> {
	const months = await readCounts(source, evidence, { from: figures.baseline.from, to: to.to }, 'month');
	const chart = buildUChart(
		months.map(({ key, count, exposure }) => ({
			count,
			exposure,
			isBaseline: periodOf(key).to <= figures.baseline.to
		})),
		'u-prime'
	);
	return {
		of: 'rate',
		center: chart.center === null ? null : chart.center * per,
		points: months.map(({ key, count, exposure, filter }, index) => {
			const point = chart.points[index];
			const interval = exposure > 0 ? garwoodInterval(count, exposure) : null;
			return {
				key,
				filter,
				value: exposure > 0 ? (per * count) / exposure : null,
				interval: interval && { low: interval.low * per, high: interval.high * per },
				numerator: count,
				denominator: exposure > 0 ? exposure : null,
				limits:
					point?.low == null || point.high == null ? null : { low: point.low * per, high: point.high * per },
				isComplete: true,
				isOutside: point?.isOutside ?? false
			};
		})
	};
}

/** All weeks up to the signal's are read, because the season of the years before makes the threshold. */
async function weeksOf(source: Source, evidence: Filter, { week }: EarlyFigures): Promise<SignalSeries> {
	const first = await countByPeriod(source, { ...evidence, period: null }, 'week');
	const contacts = await exposureByPeriod(source, { ...evidence, period: null }, 'week');
	const start = contacts[0]?.period ?? first[0]?.period ?? week;
	const weeks = await readCounts(
		source,
		evidence,
		{ from: periodOf(start).from, to: periodOf(week).to },
		'week'
	);
	const counts = weeks.map(({ count }) => count);
	const exposures = weeks.map(({ exposure }) => exposure);
	return {
		of: 'count',
		center: null,
		points: weeks
			.map((one, at) => ({ ...one, judged: judgeWeek(counts, exposures, at) }))
			.slice(-weeksShown)
			.map(({ key, count, filter, judged }) => ({
				...countPoint(key, count, filter),
				limits: judged && { low: 0, high: judged.threshold },
				isOutside: judged?.isAlarm ?? false
			}))
	};
}

/** Records with the strongest term, month by month. */
async function termOf(
	{ store }: Pick<Deps, 'store'>,
	evidence: Filter,
	{ terms, before }: TermFigures
): Promise<SignalSeries> {
	const term = terms[0]?.term ?? '';
	const month = evidence.period === 'undated' ? null : evidence.period;
	const period = { from: before.from, to: month?.to ?? before.to };
	const rest = { ...evidence, template: [] };
	const points = await Promise.all(
		periodKeys(period, 'month').map(async (key) => {
			const filter = { ...rest, period: periodOf(key) };
			const records = (await readTexts(store, filter)).filter(({ text }) => findTerms(text).has(term));
			const templates = [...new Set(records.flatMap(({ templateId }) => templateId ?? []))];
			const none = { ...filter, template: templates.length > 0 ? templates : ['0'] };
			return countPoint(key, templates.length, none);
		})
	);
	return { of: 'count', center: null, points };
}

async function countsOf(source: Source, filter: Filter, period: Period): Promise<SignalSeries> {
	const months = await readCounts(source, filter, period, 'month');
	return {
		of: 'count',
		center: null,
		points: months.map(({ key, count, filter: own }) => ({
			...countPoint(key, count, own),
			isComplete: isComplete(key, period, addDays(period.to, 1))
		}))
	};
}

function countPoint(key: string, count: number, filter: Filter): SignalPoint {
	return {
		key,
		filter,
		value: count,
		interval: null,
		numerator: count,
		denominator: null,
		limits: null,
		isComplete: true,
		isOutside: false
	};
}
