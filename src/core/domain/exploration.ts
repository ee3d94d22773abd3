import type { Filter } from './filter.ts';
import { kpis, type KpiId } from './kpis/registry.ts';
import { axes, type Axis } from './question.ts';

/** What the feedback of a view can be split by; `all`: not at all. */
export type Lens = 'all' | Exclude<Axis, 'import' | 'template'>;
export const lenses: readonly Lens[] = [
	'all',
	...axes.filter((axis): axis is Exclude<Lens, 'all'> => axis !== 'import' && axis !== 'template')
];

export const measures = ['count', 'rate', 'accounts', 'share', 'severity', 'rating', 'borrowers'] as const;
export type Measure = (typeof measures)[number];

export const shapes = ['lines', 'stack', 'bars', 'multiples'] as const;
export type Shape = (typeof shapes)[number];

/** How many values stand alone; all others are one “other”. */
export const tops = [5, 10, 20] as const;
export type Top = (typeof tops)[number];

export const comparisons = ['none', 'previous', 'year', 'group'] as const;
export type Comparison = (typeof comparisons)[number];

/** How a filter is looked at. */
export interface Exploration {
	readonly lens: Lens;
	readonly measure: Measure;
	readonly shape: Shape;
	readonly top: Top;
	readonly compare: Comparison;
	/** The other group: a filter of its own, of which period and origin are those of the view. */
	readonly group: Filter;
}

/** The KPI that has the same formula, with its unit, interval and “too few”; a count needs none. */
export const kpiOfMeasure: Readonly<Record<Exclude<Measure, 'count'>, KpiId>> = {
	rate: 'K03',
	accounts: 'K04',
	share: 'K07',
	severity: 'K06',
	rating: 'K41',
	borrowers: 'K02'
};

/** On top of a mark's own filter: the feedback that its number is made from. */
export const listedBy: Readonly<Record<Measure, Partial<Filter>>> = {
	count: {},
	rate: {},
	accounts: {},
	share: {},
	severity: { worst: ['1', '2', '3', '4'] },
	rating: { rating: kpis.K41.numerator.where.rating ?? [] },
	borrowers: {}
};

export function needsExposure(measure: Measure): boolean {
	return measure === 'rate' || measure === 'accounts' || measure === 'severity';
}

/** Why a view is not drawn as it was asked for. */
export type ShapeChange = 'undated' | 'stack-counts' | 'stack-alone' | 'many';

/** As many as can be told apart by colour. */
const mostTogether = 6;

/** A stack adds up, so that it holds counts of one group; more series than colours have a panel each. */
export function shapeFor(
	{ shape, measure, compare }: Pick<Exploration, 'shape' | 'measure' | 'compare'>,
	{ isDated, series }: { readonly isDated: boolean; readonly series: number }
): { readonly shape: Shape; readonly why: ShapeChange | null } {
	if (shape === 'bars') return { shape, why: null };
	if (!isDated) return { shape: 'bars', why: 'undated' };
	if (shape === 'multiples') return { shape, why: null };
	if (series > mostTogether) return { shape: 'multiples', why: 'many' };
	if (shape === 'stack' && measure !== 'count') return { shape: 'lines', why: 'stack-counts' };
	if (shape === 'stack' && compare !== 'none') return { shape: 'lines', why: 'stack-alone' };
	return { shape, why: null };
}
