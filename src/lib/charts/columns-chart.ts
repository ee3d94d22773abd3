import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount } from '#lib/format/numbers.ts';
import type { ChartSpec, ChartWords, Datum, Table } from './spec.ts';
import {
	axisText,
	byWidth,
	chartBase,
	colours,
	roundedAxis,
	seriesColours,
	still,
	tooltip
} from './theme.ts';

export interface ColumnPart {
	readonly label: string;
	/** `bad`: what a rule does not allow · `other`: no rule says. */
	readonly tone: 'usual' | 'bad' | 'other';
	/** One count a column. */
	readonly counts: readonly number[];
}
export interface ColumnsInput {
	readonly label: string;
	/** Heading of the columns, as “Hour”. */
	readonly names: string;
	readonly columns: readonly string[];
	readonly parts: readonly ColumnPart[];
}

const height = 220;

/** Upright bars in an order of their own, as hours or numbers, each the sum of its parts. They lead nowhere: what is counted is no feedback. */
export function columnsChart(input: ColumnsInput, words: ChartWords, locale: Locale): ChartSpec {
	const { label, columns } = input;
	const parts = input.parts.filter(({ counts }) => counts.some((count) => count > 0));
	const totals = columns.map((_, at) => parts.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
	const ticks = (step: number) => columns.map((name, at) => (at % step === 0 ? name : ''));
	return {
		label,
		height,
		legend: parts.map((part) => ({
			label: part.label,
			shape: part.tone === 'other' ? 'outline' : 'box',
			colour: colourOf(part)
		})),
		option: {
			...chartBase,
			xAxis: {
				type: 'category',
				data: ticks(1),
				axisLine: { lineStyle: { color: colours.edge } },
				axisTick: { show: false },
				axisLabel: axisText({ interval: 0 })
			},
			media: byWidth({ xAxis: { data: ticks(columns.length > 12 ? 4 : 2) } }, { xAxis: { data: ticks(1) } }),
			tooltip: tooltip('axis'),
			yAxis: roundedAxis(Math.max(0, ...totals)),
			series: parts.map((part) => drawnOf(part, input, locale))
		},
		table: tableOf(input, parts, totals, words, locale)
	};
}

function tableOf(
	{ names, columns }: ColumnsInput,
	parts: readonly ColumnPart[],
	totals: readonly number[],
	words: ChartWords,
	locale: Locale
): Table {
	const cell = (count = 0) => ({ text: formatCount(count, locale), number: count });
	return {
		columns: [
			{ label: names, isNumeric: false },
			...parts.map((part) => ({ label: part.label, isNumeric: true })),
			{ label: words.total, isNumeric: true }
		],
		rows: columns.map((name, at) => [
			{ text: name },
			...parts.map(({ counts }) => cell(counts[at])),
			cell(totals[at])
		])
	};
}

function drawnOf(part: ColumnPart, { names, columns }: ColumnsInput, locale: Locale) {
	const isOther = part.tone === 'other';
	return {
		...still,
		type: 'bar' as const,
		name: part.label,
		stack: 'all',
		barCategoryGap: '18%',
		itemStyle: {
			color: colourOf(part),
			borderColor: isOther ? colours.edge : colours.card,
			borderWidth: 0.75
		},
		data: columns.map((name, at): Omit<Datum, 'href'> => ({
			value: part.counts[at] ?? 0,
			hint: {
				title: `${names} ${name}`,
				rows: [[part.label, formatCount(part.counts[at] ?? 0, locale)]]
			}
		}))
	};
}

function colourOf({ tone }: ColumnPart): string {
	if (tone === 'bad') return colours.bad;
	return tone === 'other' ? colours.other : (seriesColours[0] ?? colours.accent);
}
