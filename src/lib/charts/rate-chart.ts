import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import { formatPeriodKey } from '#lib/format/periods.ts';
import { annotatedTop, annotationMarks, type ChartAnnotation } from './annotation-marks.ts';
import { periodAxis } from './period-axis.ts';
import type { Cell, ChartSpec, ChartWords, Datum, LegendItem, Table } from './spec.ts';
import { backdrop, chartBase, colours, roundedAxis, still, tooltip } from './theme.ts';

export interface RatePoint {
	readonly key: string;
	/** Null where there is no denominator. */
	readonly value: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly numerator: number;
	readonly denominator: number | null;
	/** Control limits of this period; null where there are none. */
	readonly limits: { readonly low: number; readonly high: number } | null;
	readonly isComplete: boolean;
	readonly isTooFew: boolean;
	readonly isOutside: boolean;
	readonly href: string;
}
export interface RateInput {
	readonly label: string;
	/** Name of the value with its unit, as “per 1,000 contacts”. */
	readonly unit: string;
	/** Mean of the baseline; null: no line. */
	readonly center: number | null;
	readonly points: readonly RatePoint[];
	/** Events that may explain a change, in the order of their list. */
	readonly annotations?: readonly ChartAnnotation[];
}

const height = 280;

/**
 * A rate over time: each point with its own interval, on the band within which it varies by itself. Points outside
 * their limits are red diamonds; incomplete periods and small numbers are hollow and judge nothing.
 */
export function rateChart(input: RateInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, points, center, annotations = [] } = input;
	const keys = points.map(({ key }) => key);
	return {
		label,
		height,
		legend: legendOf(input, words),
		option: {
			...chartBase,
			...(annotations.length > 0 ? { grid: { ...chartBase.grid, top: annotatedTop } } : {}),
			...periodAxis(keys, locale),
			tooltip: tooltip('axis'),
			yAxis: roundedAxis(highestOf(points)),
			series: [
				...bandOf(points),
				...annotationMarks(keys, annotations),
				{
					...still,
					type: 'line',
					name: input.unit,
					z: 3,
					lineStyle: { color: colours.accent, width: 2 },
					itemStyle: pointStyle(false, false),
					symbol: 'circle',
					symbolSize: 8,
					showAllSymbol: true,
					data: points.map((point) => datumOf(point, input, words, locale)),
					markLine: whiskers(points, center)
				}
			]
		},
		table: rateTable(input, words, locale),
		periods: keys
	};
}

function highestOf(points: readonly RatePoint[]): number {
	return Math.max(
		0,
		...points.map(({ value, interval, limits }) =>
			Math.max(value ?? 0, interval?.high ?? 0, limits?.high ?? 0)
		)
	);
}

/** Limits as columns of full width, so that the band has steps where the exposure changes and reaches both edges. */
function bandOf(points: readonly RatePoint[]) {
	if (points.every(({ limits }) => limits === null)) return [];
	const column = { ...backdrop, type: 'bar' as const, stack: 'limits', barWidth: '100%', z: 1 };
	return [
		{
			...column,
			itemStyle: { color: colours.clear },
			data: points.map(({ limits }) => limits && limits.low)
		},
		{
			...column,
			itemStyle: { color: colours.accentSoft },
			data: points.map(({ limits }) => limits && limits.high - limits.low)
		}
	];
}

function whiskers(points: readonly RatePoint[], center: number | null) {
	const bars = points.flatMap(({ interval }, index) =>
		interval ? [[{ coord: [index, interval.low] }, { coord: [index, interval.high] }]] : []
	);
	const mean = center === null ? [] : [{ yAxis: center, lineStyle: { color: colours.muted, type: [3, 4] } }];
	return {
		silent: true,
		symbol: 'none',
		label: { show: false },
		emphasis: { disabled: true },
		lineStyle: { type: 'solid', color: colours.accent, width: 1.25, opacity: 0.75 },
		data: [...mean, ...bars]
	} as object;
}

function isHollow({ isComplete, isTooFew }: RatePoint): boolean {
	return !isComplete || isTooFew;
}

function pointStyle(isOutside: boolean, isEmpty: boolean) {
	const colour = isOutside ? colours.bad : colours.accent;
	return { color: isEmpty ? colours.card : colour, borderColor: colour, borderWidth: 2 };
}

function datumOf(point: RatePoint, { unit }: RateInput, words: ChartWords, locale: Locale): Datum {
	const { value, interval, limits, numerator, denominator, isOutside } = point;
	const rows: [string, string][] = [
		[unit, value === null ? words.noData : formatDecimal(value, locale)],
		[words.observed, `${formatCount(numerator, locale)} / ${formatCount(denominator, locale)}`]
	];
	if (interval) rows.push([words.interval, formatInterval(interval, locale)]);
	if (limits) rows.push([words.limits, formatInterval(limits, locale)]);
	const isMarked = isOutside && !isHollow(point);
	return {
		value,
		href: point.href,
		hint: { title: [formatPeriodKey(point.key, locale), ...remarks(point, words)].join(' · '), rows },
		itemStyle: pointStyle(isMarked, isHollow(point)),
		symbol: isMarked ? 'diamond' : 'circle',
		symbolSize: isMarked ? 13 : 8
	};
}

function remarks({ isComplete, isTooFew, isOutside }: RatePoint, words: ChartWords): readonly string[] {
	return [
		...(isComplete ? [] : [words.incomplete]),
		...(isTooFew ? [words.tooFew] : []),
		...(isOutside && isComplete && !isTooFew ? [words.outside] : [])
	];
}

function legendOf({ points, center, unit }: RateInput, words: ChartWords): readonly LegendItem[] {
	const has = (test: (point: RatePoint) => boolean) => points.some(test);
	const hollow = [
		...(has(({ isComplete }) => !isComplete) ? [words.incomplete] : []),
		...(has(({ isTooFew }) => isTooFew) ? [words.tooFew] : [])
	];
	const items: (LegendItem | false)[] = [
		{ label: unit, shape: 'dot', colour: colours.accent },
		has(({ interval }) => interval !== null) && {
			label: words.interval,
			shape: 'whisker',
			colour: colours.accent
		},
		has(({ limits }) => limits !== null) && {
			label: words.limits,
			shape: 'box',
			colour: colours.accentSoft
		},
		center !== null && { label: words.center, shape: 'dash', colour: colours.muted },
		has((point) => point.isOutside && !isHollow(point)) && {
			label: words.outside,
			shape: 'diamond',
			colour: colours.bad
		},
		hollow.length > 0 && { label: hollow.join(' / '), shape: 'ring', colour: colours.accent }
	];
	return items.filter((item) => item !== false);
}

function rateTable({ points, unit }: RateInput, words: ChartWords, locale: Locale): Table {
	const numeric = (label: string) => ({ label, isNumeric: true });
	const word = (label: string) => ({ label, isNumeric: false });
	const range = (one: RatePoint['interval']): Cell => ({ text: one ? formatInterval(one, locale) : '–' });
	return {
		columns: [
			word(words.period),
			numeric(unit),
			numeric(words.interval),
			numeric(words.limits),
			numeric(words.observed),
			numeric(words.denominator),
			word(words.verdict)
		],
		rows: points.map((point) => [
			{ text: formatPeriodKey(point.key, locale) },
			{ text: formatDecimal(point.value, locale), number: point.value, href: point.href },
			range(point.interval),
			range(point.limits),
			{ text: formatCount(point.numerator, locale), number: point.numerator, href: point.href },
			{ text: formatCount(point.denominator, locale), number: point.denominator },
			{ text: remarks(point, words).join(' · ') }
		])
	};
}
