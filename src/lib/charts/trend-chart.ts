import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount } from '#lib/format/numbers.ts';
import { formatPeriodKey } from '#lib/format/periods.ts';
import { annotatedTop, annotationMarks, type ChartAnnotation } from './annotation-marks.ts';
import { periodAxis } from './period-axis.ts';
import type { ChartSpec, ChartWords, Datum, LegendItem, Table } from './spec.ts';
import { chartBase, colours, seriesColours, still, tooltip, valueAxis } from './theme.ts';

export interface TrendPeriod {
	readonly key: string;
	readonly isComplete: boolean;
}
export interface TrendSeries {
	readonly id: string;
	readonly label: string;
	/** One count a period, in the order of the periods. */
	readonly counts: readonly number[];
	/** Stands for all that is not named here: drawn last, and outlined. */
	readonly isOther?: boolean;
}
export interface TrendInput {
	readonly label: string;
	readonly periods: readonly TrendPeriod[];
	readonly series: readonly TrendSeries[];
	/** Link to the feedback of these series in a period; in the whole view without one. */
	readonly hrefOf: (ids: readonly string[], periodKey: string | null) => string;
	/** Events that may explain a change, in the order of their list. */
	readonly annotations?: readonly ChartAnnotation[];
}

interface Stack extends TrendSeries {
	readonly ids: readonly string[];
	readonly colour: string;
	readonly isOther: boolean;
}

const height = 300;

/**
 * Stacked bars per period: the largest series by name, all the rest together as one honest “others”, so that nothing
 * counted is missing. The height of a bar is the sum of the series, not of feedback: one feedback may be in several.
 */
export function trendChart(input: TrendInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, periods, hrefOf, annotations = [] } = input;
	const stacks = stackSeries(input.series, words);
	const totals = periods.map((_, index) => stacks.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
	const titles = periods.map((period, index) =>
		[...namesOf(period, words, locale), `${words.total} ${formatCount(totals[index] ?? 0, locale)}`].join(
			' · '
		)
	);
	const keys = periods.map(({ key }) => key);
	return {
		label,
		height,
		legend: [
			...stacks.map((stack) => legendOf(stack, hrefOf(stack.ids, null))),
			...(periods.every(({ isComplete }) => isComplete) ? [] : [incompleteLegend(words)])
		],
		option: {
			...chartBase,
			...(annotations.length > 0 ? { grid: { ...chartBase.grid, top: annotatedTop } } : {}),
			...periodAxis(keys, locale),
			tooltip: tooltip('axis'),
			yAxis: valueAxis({ minInterval: 1 }),
			series: [
				...stacks.map((stack) => barsOf(stack, input, titles, locale)),
				...annotationMarks(keys, annotations)
			]
		},
		table: trendTable(input, stacks, totals, words, locale),
		periods: keys
	};
}

function barsOf(stack: Stack, { periods, hrefOf }: TrendInput, titles: readonly string[], locale: Locale) {
	return {
		...still,
		type: 'bar' as const,
		name: stack.label,
		stack: 'all',
		barMaxWidth: 44,
		barCategoryGap: '24%',
		itemStyle: barStyle(stack),
		data: periods.map(({ key, isComplete }, index): Datum => {
			const count = stack.counts[index] ?? 0;
			return {
				value: count,
				href: hrefOf(stack.ids, key),
				hint: { title: titles[index] ?? '', rows: [[stack.label, formatCount(count, locale)]] },
				...(isComplete ? {} : { itemStyle: hollowStyle(stack) })
			};
		})
	};
}

function namesOf({ key, isComplete }: TrendPeriod, words: ChartWords, locale: Locale): readonly string[] {
	return [formatPeriodKey(key, locale), ...(isComplete ? [] : [words.incomplete])];
}

function legendOf({ label, colour, isOther }: Stack, href: string): LegendItem {
	return { label, colour, shape: isOther ? 'outline' : 'box', href };
}

/**
 * Six series can be told apart. With more, five stand alone and “others” holds the sum of the rest; a caller who can
 * count the rest without counting a feedback twice gives its own `isOther` series instead.
 */
function stackSeries(series: readonly TrendSeries[], words: ChartWords): readonly Stack[] {
	const filled = series
		.filter((one) => sizeOf(one) > 0)
		.toSorted((one, other) => sizeOf(other) - sizeOf(one));
	const ranked = filled.filter(({ isOther }) => !isOther);
	const named = ranked.length > seriesColours.length ? ranked.slice(0, seriesColours.length - 1) : ranked;
	const rest = ranked.slice(named.length);
	return [
		...named.map((one, place) => stackOf(one, seriesColours[place] ?? colours.other)),
		...(rest.length > 0 ? [foldSeries(rest, words)] : []),
		...filled.filter(({ isOther }) => isOther).map((one) => stackOf(one, colours.other))
	];
}

function sizeOf({ counts }: TrendSeries): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

function stackOf(series: TrendSeries, colour: string): Stack {
	return { ...series, ids: [series.id], colour, isOther: series.isOther ?? false };
}

function foldSeries(rest: readonly TrendSeries[], words: ChartWords): Stack {
	const counts = (rest[0]?.counts ?? []).map((_, index) =>
		rest.reduce((sum, one) => sum + (one.counts[index] ?? 0), 0)
	);
	return {
		id: 'others',
		ids: rest.map(({ id }) => id),
		label: words.other(rest.length),
		counts,
		colour: colours.other,
		isOther: true
	};
}

function incompleteLegend({ incomplete }: ChartWords): LegendItem {
	return { label: incomplete, shape: 'outline', colour: colours.card };
}

function barStyle({ colour, isOther }: Stack) {
	return isOther
		? { color: colour, borderColor: colours.edge, borderWidth: 1 }
		: { color: colour, borderColor: colours.card, borderWidth: 0.75 };
}

function hollowStyle({ colour, isOther }: Stack) {
	return { color: colours.card, borderColor: isOther ? colours.edge : colour, borderWidth: 1.5 };
}

function trendTable(
	{ periods, hrefOf }: TrendInput,
	stacks: readonly Stack[],
	totals: readonly number[],
	words: ChartWords,
	locale: Locale
): Table {
	return {
		columns: [
			{ label: words.period, isNumeric: false },
			...stacks.map(({ label }) => ({ label, isNumeric: true })),
			{ label: words.total, isNumeric: true }
		],
		rows: periods.map((period, index) => [
			{ text: namesOf(period, words, locale).join(' · ') },
			...stacks.map(({ ids, counts }) => ({
				text: formatCount(counts[index] ?? 0, locale),
				number: counts[index] ?? 0,
				href: hrefOf(ids, period.key)
			})),
			{ text: formatCount(totals[index] ?? 0, locale), number: totals[index] ?? 0 }
		])
	};
}
