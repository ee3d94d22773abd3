import type { ChartSpec, Datum } from './spec.ts';

/** A mark of a chart that leads somewhere: what the keyboard moves between. */
export interface Mark {
	/** Places in the option, by which the chart finds it. */
	readonly series: number;
	readonly place: number;
	readonly href: string;
	/** All that its tooltip says, in one line. */
	readonly text: string;
}
export type MarkKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

interface DrawnSeries {
	readonly silent?: boolean;
	readonly data?: readonly unknown[];
}

/** Marks with a link, by series and then in drawing order. */
export function marksOf({ option }: Pick<ChartSpec, 'option'>): readonly Mark[] {
	const all = [option.series ?? []].flat() as readonly DrawnSeries[];
	return all.flatMap(({ silent = false, data = [] }, series) =>
		silent ? [] : data.flatMap((datum, place) => markOf(datum, series, place))
	);
}

function markOf(datum: unknown, series: number, place: number): readonly Mark[] {
	const { href, hint } = (datum ?? {}) as Partial<Datum>;
	if (!href || !hint) return [];
	const rows = hint.rows.map(([name, value]) => (name ? `${name} ${value}` : value));
	return [{ series, place, href, text: [hint.title, ...rows].join(', ') }];
}

/** Where the keyboard comes in: the last mark of the first series, which over time is the newest. */
export function firstMark(marks: readonly Mark[]): number {
	return marks.findLastIndex(({ series }) => series === marks[0]?.series);
}

export function isMarkKey(key: string): key is MarkKey {
	return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
}

/**
 * The mark a key leads to from the mark `at`; the same at an end. Left and right stay in a series, up and down go to
 * the nearest place of the next one; in a chart of one series all four walk along it.
 */
export function moveMark(marks: readonly Mark[], at: number, key: MarkKey): number {
	const here = marks[at];
	if (!here) return at;
	const own = marks.flatMap(({ series }, index) => (series === here.series ? [index] : []));
	if (key === 'Home') return own[0] ?? at;
	if (key === 'End') return own.at(-1) ?? at;
	const step = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1;
	const isAcross = own.length < marks.length && (key === 'ArrowUp' || key === 'ArrowDown');
	if (!isAcross) {
		// In a list that reads downwards, down is forward.
		const isList = own.length === marks.length && (key === 'ArrowUp' || key === 'ArrowDown');
		return own[own.indexOf(at) + (isList ? -step : step)] ?? at;
	}
	const others = [...new Set(marks.map(({ series }) => series))];
	const next = others[others.indexOf(here.series) + step];
	const near = marks
		.map(({ series, place }, index) => ({ index, series, distance: Math.abs(place - here.place) }))
		.filter(({ series }) => series === next)
		.sort((one, other) => one.distance - other.distance);
	return near[0]?.index ?? at;
}
