import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import type { Cell, ChartSpec, ChartWords, Datum, LegendItem, Table } from './spec.ts';
import { axisText, byWidth, chartBase, colours, seriesColours, still, tooltip, valueAxis } from './theme.ts';

export interface Bar {
	readonly label: string;
	/** Null where it cannot be given: no denominator. */
	readonly value: number | null;
	readonly interval?: { readonly low: number; readonly high: number } | null;
	/** What the value is made of, where it is a rate or a share. */
	readonly numerator?: number;
	readonly denominator?: number | null;
	readonly isTooFew?: boolean;
	/** Of the group that is compared with. */
	readonly isSecond?: boolean;
	readonly href: string;
}
export interface BarInput {
	readonly label: string;
	/** Heading of the names, as “Channel”. */
	readonly names: string;
	/** Name of the value with its unit. */
	readonly unit: string;
	readonly isCount: boolean;
	/** In the order to show. */
	readonly bars: readonly Bar[];
	/** The value of all together, as a dashed line; null: none. */
	readonly mean: number | null;
}

const rowHeight = 28;
const margin = 12;
const labelWidth = { wide: 190, narrow: 112 };

/** Horizontal bars with their values in a column at the right; hollow where the numbers are too few to say. */
export function barChart(input: BarInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, bars, isCount } = input;
	const texts = bars.map(({ value }) => formatValue(value, isCount, locale));
	const names = (width: number) =>
		axisText({ color: colours.ink, fontSize: 12, width, overflow: 'truncate' });
	const category = { type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false } };
	const values = { ...category, position: 'right', data: texts, axisLabel: axisText({ color: colours.ink }) };
	const withNames = (width: number) => ({ yAxis: [{ axisLabel: names(width) }, {}] });
	return {
		label,
		height: bars.length * rowHeight + margin,
		legend: legendOf(input, words),
		option: {
			...chartBase,
			grid: { ...chartBase.grid, left: 12, top: 4, right: 4 },
			media: byWidth(withNames(labelWidth.narrow), withNames(labelWidth.wide)),
			tooltip: tooltip('axis'),
			xAxis: valueAxis({ max: highestOf(bars), axisLabel: { show: false }, splitLine: { show: false } }),
			yAxis: [
				{ ...category, data: bars.map((bar) => bar.label), axisLabel: names(labelWidth.wide) },
				values
			] as never,
			series: [
				{
					...still,
					type: 'bar',
					name: input.unit,
					barWidth: 12,
					itemStyle: barStyle(false),
					data: bars.map((bar) => datumOf(bar, input, words, locale)),
					markLine: marks(input)
				}
			]
		},
		table: barTable(input, words, locale)
	};
}

function highestOf(bars: readonly Bar[]): number {
	return Math.max(0, ...bars.map(({ value, interval }) => Math.max(value ?? 0, interval?.high ?? 0))) || 1;
}

function formatValue(value: number | null, isCount: boolean, locale: Locale): string {
	return isCount ? formatCount(value, locale) : formatDecimal(value, locale);
}

function barStyle(isEmpty: boolean, isSecond = false) {
	const colour = isSecond ? seriesColours[1] : colours.accent;
	return {
		color: isEmpty ? colours.card : colour,
		borderColor: colour,
		borderWidth: isEmpty ? 1.5 : 0,
		borderType: isEmpty ? ('dashed' as const) : ('solid' as const),
		borderRadius: 3
	};
}

function datumOf(bar: Bar, { unit, isCount }: BarInput, words: ChartWords, locale: Locale): Datum {
	const { value, interval, numerator, denominator, isTooFew = false, isSecond = false } = bar;
	const rows: [string, string][] = [
		[unit, value === null ? words.noData : formatValue(value, isCount, locale)]
	];
	if (numerator !== undefined && denominator !== undefined)
		rows.push([words.observed, `${formatCount(numerator, locale)} / ${formatCount(denominator, locale)}`]);
	if (interval) rows.push([words.interval, formatInterval(interval, locale)]);
	return {
		value,
		href: bar.href,
		hint: { title: [bar.label, ...(isTooFew ? [words.tooFew] : [])].join(' · '), rows },
		itemStyle: barStyle(isTooFew, isSecond)
	};
}

function marks({ bars, mean }: BarInput) {
	const intervals = bars.flatMap(({ interval }, index) =>
		interval ? [[{ coord: [interval.low, index] }, { coord: [interval.high, index] }]] : []
	);
	const line = mean === null ? [] : [{ xAxis: mean, lineStyle: { color: colours.muted, type: [3, 4] } }];
	return {
		silent: true,
		symbol: 'none',
		label: { show: false },
		emphasis: { disabled: true },
		lineStyle: { type: 'solid', color: colours.ink, width: 1.25 },
		data: [...line, ...intervals]
	} as object;
}

function legendOf({ bars, mean }: BarInput, words: ChartWords): readonly LegendItem[] {
	const items: (LegendItem | false)[] = [
		bars.some(({ interval }) => interval) && {
			label: words.interval,
			shape: 'whisker',
			colour: colours.ink
		},
		mean !== null && { label: words.center, shape: 'dash', colour: colours.muted },
		bars.some(({ isTooFew }) => isTooFew) && {
			label: words.tooFew,
			shape: 'outline',
			colour: colours.card
		}
	];
	return items.filter((item) => item !== false);
}

function barTable({ bars, names, unit, isCount }: BarInput, words: ChartWords, locale: Locale): Table {
	const isRate = bars.some(({ denominator }) => denominator !== undefined);
	const rateColumns = [words.interval, words.observed, words.denominator];
	return {
		columns: [
			{ label: names, isNumeric: false },
			...[unit, ...(isRate ? rateColumns : [])].map((text) => ({ label: text, isNumeric: true }))
		],
		rows: bars.map(({ label, value, interval, numerator = null, denominator = null, href }): Cell[] => [
			{ text: label },
			{ text: formatValue(value, isCount, locale), number: value, href },
			...(isRate
				? [
						{ text: interval ? formatInterval(interval, locale) : '–' },
						{ text: formatCount(numerator, locale), number: numerator, href },
						{ text: formatCount(denominator, locale), number: denominator }
					]
				: [])
		])
	};
}
