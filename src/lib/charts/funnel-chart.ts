import type { LineSeriesOption } from 'echarts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal } from '#lib/format/numbers.ts';
import type { ChartSpec, ChartWords, Datum, LegendItem, Table } from './spec.ts';
import { axisText, backdrop, chartBase, colours, roundedAxis, still, tooltip, valueAxis } from './theme.ts';

export interface FunnelUnit {
	readonly label: string;
	readonly observed: number;
	/** What any unit would get with this one's work: stage, channel and product. Above 0. */
	readonly expected: number;
	readonly verdict: 'inside' | 'above' | 'below' | 'too-few';
	readonly href: string;
}
/** Limits of observed ÷ expected at one expected count. */
export interface FunnelLimit {
	readonly expected: number;
	readonly inner: { readonly low: number; readonly high: number };
	readonly outer: { readonly low: number; readonly high: number };
}
export interface FunnelInput {
	readonly label: string;
	/** Heading of the names, as “Team”. */
	readonly names: string;
	readonly units: readonly FunnelUnit[];
	/** By rising expected count, over the whole width of the chart. */
	readonly limits: readonly FunnelLimit[];
}

const height = 300;
const lowestTop = 2;
const headroom = 1.12;
/** What is shown on both sides of 1 where all units are close to it. */
const closeReaches = [
	{ reach: 0.2, interval: 0.1 },
	{ reach: 0.4, interval: 0.2 },
	{ reach: 0.6, interval: 0.2 }
] as const;

/**
 * Units by what they got against what was to be expected of their work. Inside the limits nobody differs from anybody
 * by more than chance, so only those outside are named: this is no ranking.
 */
export function funnelChart(input: FunnelInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, units, limits } = input;
	const right = Math.max(0, ...units.map(({ expected }) => expected));
	return {
		label,
		height,
		legend: legendOf(units, words),
		option: {
			...chartBase,
			grid: { ...chartBase.grid, top: 26, bottom: 26 },
			tooltip: tooltip('item'),
			xAxis: valueAxis({
				...axisName(words.expected, 'middle', 24),
				axisLine: { show: true, lineStyle: { color: colours.edge } },
				splitLine: { show: false }
			}),
			yAxis: { ...ratioAxis(input), ...axisName(words.ratio, 'end', 10) },
			series: [
				...curves(limits),
				{
					...still,
					type: 'scatter',
					z: 3,
					symbolSize: 10,
					labelLayout: { moveOverlap: 'shiftY' },
					data: units.map((unit) => datumOf(unit, right, words, locale)),
					markLine: {
						...backdrop,
						symbol: 'none',
						label: { show: false },
						lineStyle: { color: colours.muted, type: 'solid', width: 1 },
						data: [{ yAxis: 1 }]
					} as object
				}
			]
		},
		table: funnelTable(input, words, locale)
	};
}

/**
 * A ratio is read against 1, not against 0: with large units, all of which are near 1, only what is around it is drawn,
 * as far as the smallest unit's limits reach.
 */
function ratioAxis({ units, limits }: FunnelInput) {
	const ratios = units.map(({ observed, expected }) => observed / expected);
	const smallest = Math.min(...units.map(({ expected }) => expected));
	const beside = limits.find(({ expected }) => expected >= smallest)?.outer ?? { low: 0, high: lowestTop };
	const away = [...ratios, beside.low, beside.high].map((ratio) => Math.abs(ratio - 1) * headroom);
	const close = closeReaches.find(({ reach }) => away.every((one) => one <= reach));
	return close
		? { ...valueAxis({ interval: close.interval }), min: 1 - close.reach, max: 1 + close.reach }
		: roundedAxis(Math.max(lowestTop, ...ratios.map((ratio) => ratio * headroom)));
}

function axisName(name: string, nameLocation: 'middle' | 'end', nameGap: number) {
	const align: 'left' | 'center' = nameLocation === 'end' ? 'left' : 'center';
	return { name, nameLocation, nameGap, nameTextStyle: { ...axisText(), align } };
}

function curves(limits: readonly FunnelLimit[]): LineSeriesOption[] {
	const curve = (
		ratioAt: (limit: FunnelLimit) => number,
		type: 'solid' | number[],
		color: string
	): LineSeriesOption => ({
		...backdrop,
		type: 'line' as const,
		symbol: 'none',
		lineStyle: { color, type, width: 1.25 },
		data: limits.map((limit) => [limit.expected, ratioAt(limit)])
	});
	return [
		curve(({ inner }) => inner.low, 'solid', colours.edge),
		curve(({ inner }) => inner.high, 'solid', colours.edge),
		curve(({ outer }) => outer.low, [4, 4], colours.muted),
		curve(({ outer }) => outer.high, [4, 4], colours.muted)
	];
}

function isOutside({ verdict }: FunnelUnit): boolean {
	return verdict === 'above' || verdict === 'below';
}

function verdictWord(unit: FunnelUnit, words: ChartWords): string {
	if (unit.verdict === 'too-few') return words.tooFew;
	return isOutside(unit) ? words.outside : words.inside;
}

function datumOf(
	unit: FunnelUnit,
	right: number,
	words: ChartWords,
	locale: Locale
): Datum<[number, number]> {
	const { label, observed, expected, verdict, href } = unit;
	const ratio = observed / expected;
	const colour = verdict === 'above' ? colours.bad : verdict === 'below' ? colours.good : colours.muted;
	return {
		name: label,
		value: [expected, ratio],
		href,
		hint: {
			title: `${label} · ${verdictWord(unit, words)}`,
			rows: [
				[words.ratio, formatDecimal(ratio, locale, 2)],
				[words.observed, formatCount(observed, locale)],
				[words.expected, formatDecimal(expected, locale, 1)]
			]
		},
		itemStyle: {
			color: isOutside(unit) ? colour : colours.card,
			borderColor: colour,
			borderWidth: 1.75,
			opacity: 1
		},
		symbol: isOutside(unit) ? 'diamond' : 'circle',
		symbolSize: isOutside(unit) ? 15 : 10,
		label: {
			show: isOutside(unit),
			formatter: '{b}',
			position: expected > right / 2 ? 'left' : 'right',
			distance: 6,
			color: colour,
			fontSize: 12,
			fontWeight: 600,
			textBorderColor: colours.card,
			textBorderWidth: 3
		}
	};
}

function legendOf(units: readonly FunnelUnit[], words: ChartWords): readonly LegendItem[] {
	return [
		{ label: words.inside, shape: 'ring', colour: colours.muted },
		...(units.some(isOutside)
			? [{ label: words.outside, shape: 'diamond' as const, colour: colours.bad }]
			: []),
		{ label: words.limits95, shape: 'line', colour: colours.edge },
		{ label: words.limits998, shape: 'dash', colour: colours.muted }
	];
}

function funnelTable({ units, names }: FunnelInput, words: ChartWords, locale: Locale): Table {
	return {
		columns: [
			{ label: names, isNumeric: false },
			{ label: words.observed, isNumeric: true },
			{ label: words.expected, isNumeric: true },
			{ label: words.ratio, isNumeric: true },
			{ label: words.verdict, isNumeric: false }
		],
		rows: units.map((unit) => {
			const ratio = unit.observed / unit.expected;
			return [
				{ text: unit.label },
				{ text: formatCount(unit.observed, locale), number: unit.observed, href: unit.href },
				{ text: formatDecimal(unit.expected, locale, 1), number: unit.expected },
				{ text: formatDecimal(ratio, locale, 2), number: ratio },
				{ text: verdictWord(unit, words) }
			];
		})
	};
}
