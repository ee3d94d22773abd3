import type { EChartsOption } from 'echarts';

/** One cell of a table: text as shown, and the number behind it at full precision for downloads. */
export interface Cell {
	readonly text: string;
	readonly number?: number | null;
	readonly href?: string;
}
export interface Column {
	readonly label: string;
	readonly isNumeric: boolean;
}
/** The first cell of a row names it. */
export interface Table {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
}

/** How a mark of the legend is drawn: never by colour alone. */
export type LegendShape = 'box' | 'outline' | 'line' | 'dash' | 'dot' | 'ring' | 'diamond' | 'whisker';
export interface LegendItem {
	readonly label: string;
	readonly shape: LegendShape;
	readonly colour: string;
	readonly href?: string;
}

/** What a mark says when pointed at: rows of name and value under a title. */
export interface Hint {
	readonly title: string;
	readonly rows: readonly (readonly [name: string, value: string])[];
}

/** A datum of a series: ECharts draws `value` and hands `href` and `hint` back with each event. */
export interface Datum<Value = number | null> {
	readonly name?: string;
	readonly value: Value;
	readonly href?: string;
	readonly hint?: Hint;
	readonly itemStyle?: object;
	readonly symbol?: string;
	readonly symbolSize?: number;
	readonly label?: object;
}

/**
 * A chart as plain data (no functions): drawn on the server to SVG, then live in the browser, and told again as a
 * table. `label` is the accessible name; `height` in CSS pixels.
 */
export interface ChartSpec {
	readonly label: string;
	readonly height: number;
	readonly option: EChartsOption;
	readonly legend: readonly LegendItem[];
	readonly table: Table;
	/** Keys of the periods along the x axis, where it is time: a reader can choose some of them. */
	readonly periods?: readonly string[];
}

/** Words in the language of the page. */
export interface ChartWords {
	readonly period: string;
	readonly incomplete: string;
	readonly tooFew: string;
	readonly noData: string;
	readonly interval: string;
	readonly limits: string;
	readonly center: string;
	readonly inside: string;
	readonly outside: string;
	readonly expected: string;
	readonly observed: string;
	readonly denominator: string;
	readonly ratio: string;
	readonly limits95: string;
	readonly limits998: string;
	readonly verdict: string;
	readonly total: string;
	readonly other: (count: number) => string;
}
