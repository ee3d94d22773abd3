import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import { formatPeriodKey } from '#lib/format/periods.ts';
import { annotatedTop, annotationMarks, type ChartAnnotation } from './annotation-marks.ts';
import { periodAxis } from './period-axis.ts';
import type { ChartSpec, ChartWords, Datum, LegendItem, Table } from './spec.ts';
import { chartBase, colours, roundedAxis, seriesColours, still, tooltip } from './theme.ts';

export interface SeriesPoint {
	/** Its own period, which for another year is not that of the axis. */
	readonly key: string;
	/** Null: a gap. */
	readonly value: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly isComplete: boolean;
	readonly isTooFew: boolean;
	readonly href: string;
}
export interface DrawnSeries {
	readonly label: string;
	/** Place among the colours. */
	readonly colour: number;
	/** Stands for all that is not named. */
	readonly isOther: boolean;
	/** Of the group that is compared with. */
	readonly isSecond: boolean;
	readonly points: readonly SeriesPoint[];
	readonly href: string;
}
export interface SeriesInput {
	readonly label: string;
	readonly shape: 'lines' | 'stack';
	readonly isCount: boolean;
	/** Keys along the axis. */
	readonly periods: readonly string[];
	readonly series: readonly DrawnSeries[];
	readonly annotations: readonly ChartAnnotation[];
	readonly table: Table;
	/** End of the value axis, where several charts share it; null: by itself. */
	readonly highest: number | null;
	readonly height?: number;
}

const usualHeight = 300;
/** Intervals of more lines than this would hide each other: the table has them. */
const mostWithIntervals = 2;

/** Several series over time, as lines or as one stack. Incomplete periods and small numbers are hollow; a gap is a gap. */
export function seriesChart(input: SeriesInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, periods, series, shape, annotations, table } = input;
	const hasIntervals = shape === 'lines' && series.length <= mostWithIntervals;
	return {
		label,
		height: input.height ?? usualHeight,
		legend: legendOf(input, words, hasIntervals),
		option: {
			...chartBase,
			...(annotations.length > 0 ? { grid: { ...chartBase.grid, top: annotatedTop } } : {}),
			...periodAxis(periods, locale),
			tooltip: tooltip('axis'),
			yAxis: roundedAxis(input.highest ?? highestOf(input)),
			series: [
				...series.map((one) => drawnOf(one, input, hasIntervals, words, locale)),
				...annotationMarks(periods, annotations)
			]
		},
		table,
		periods
	};
}

/** The highest that is drawn: of a stack the sum, of lines with intervals their upper ends. */
export function highestOf({
	shape,
	series,
	periods
}: Pick<SeriesInput, 'shape' | 'series' | 'periods'>): number {
	const at = (place: number) => series.map(({ points }) => points[place]);
	if (shape === 'stack')
		return Math.max(
			0,
			...periods.map((_, place) => at(place).reduce((sum, point) => sum + (point?.value ?? 0), 0))
		);
	const withIntervals = series.length <= mostWithIntervals;
	return Math.max(
		0,
		...series.flatMap(({ points }) =>
			points.map(({ value, interval }) => Math.max(value ?? 0, withIntervals ? (interval?.high ?? 0) : 0))
		)
	);
}

function colourOf({ colour, isOther }: DrawnSeries, shape: SeriesInput['shape']): string {
	if (isOther) return shape === 'stack' ? colours.other : colours.edge;
	return seriesColours[colour % seriesColours.length] ?? colours.accent;
}

function drawnOf(
	one: DrawnSeries,
	input: SeriesInput,
	hasIntervals: boolean,
	words: ChartWords,
	locale: Locale
) {
	const colour = colourOf(one, input.shape);
	const data = one.points.map((point) => datumOf(point, one, input, words, locale));
	if (input.shape === 'stack')
		return {
			...still,
			type: 'bar' as const,
			name: one.label,
			stack: 'all',
			barMaxWidth: 44,
			barCategoryGap: '24%',
			itemStyle: { color: colour, borderColor: one.isOther ? colours.edge : colours.card, borderWidth: 0.75 },
			data
		};
	return {
		...still,
		type: 'line' as const,
		name: one.label,
		lineStyle: { color: colour, width: 2, type: one.isSecond ? ('dashed' as const) : ('solid' as const) },
		itemStyle: { color: colour, borderColor: colour, borderWidth: 2 },
		symbol: one.isSecond ? 'rect' : 'circle',
		symbolSize: 7,
		showAllSymbol: true,
		connectNulls: false,
		data,
		...(hasIntervals ? { markLine: whiskers(one, colour) } : {})
	};
}

function whiskers({ points }: DrawnSeries, colour: string) {
	return {
		silent: true,
		symbol: 'none',
		label: { show: false },
		emphasis: { disabled: true },
		lineStyle: { type: 'solid', color: colour, width: 1.25, opacity: 0.6 },
		data: points.flatMap(({ interval }, at) =>
			interval ? [[{ coord: [at, interval.low] }, { coord: [at, interval.high] }]] : []
		)
	} as object;
}

function datumOf(
	point: SeriesPoint,
	one: DrawnSeries,
	{ shape, isCount, periods }: SeriesInput,
	words: ChartWords,
	locale: Locale
): Datum {
	const { key, value, interval, isComplete, isTooFew } = point;
	const isHollow = !isComplete || isTooFew;
	const colour = colourOf(one, shape);
	const text =
		value === null ? words.noData : isCount ? formatCount(value, locale) : formatDecimal(value, locale);
	const remarks = [...(isComplete ? [] : [words.incomplete]), ...(isTooFew ? [words.tooFew] : [])];
	const title = formatPeriodKey(key, locale);
	const own = periods.includes(key) ? [] : [title];
	return {
		value,
		href: point.href,
		hint: {
			title,
			rows: [
				[[one.label, ...own].join(' · '), [text, ...remarks].join(' · ')],
				...(interval ? [[words.interval, formatInterval(interval, locale)] as const] : [])
			]
		},
		...(isHollow
			? {
					itemStyle: {
						color: colours.card,
						borderColor: one.isOther ? colours.edge : colour,
						borderWidth: 1.5
					}
				}
			: {})
	};
}

function legendOf(
	{ series, shape }: SeriesInput,
	words: ChartWords,
	hasIntervals: boolean
): readonly LegendItem[] {
	const points = series.flatMap((one) => one.points);
	const hollow = [
		...(points.some(({ isComplete }) => !isComplete) ? [words.incomplete] : []),
		...(points.some(({ isTooFew }) => isTooFew) ? [words.tooFew] : [])
	];
	const shapeOf = ({ isOther, isSecond }: DrawnSeries) =>
		shape === 'stack' ? (isOther ? 'outline' : 'box') : isSecond ? 'dash' : 'line';
	const items: (LegendItem | false)[] = [
		...series.map((one): LegendItem => ({
			label: one.label,
			shape: shapeOf(one),
			colour: colourOf(one, shape),
			href: one.href
		})),
		hasIntervals &&
			points.some(({ interval }) => interval) && {
				label: words.interval,
				shape: 'whisker',
				colour: colours.ink
			},
		hollow.length > 0 && {
			label: hollow.join(' / '),
			shape: shape === 'stack' ? 'outline' : 'ring',
			colour: shape === 'stack' ? colours.card : colours.muted
		}
	];
	return items.filter((item) => item !== false);
}
