export interface Sparkline {
	/** SVG path of the line, broken where a value is missing. */
	readonly path: string;
	/** Where the last value is; null when there is none. */
	readonly last: { readonly x: number; readonly y: number } | null;
}

const inset = 3;

/**
 * A word-sized line without axes in a box of `width` × `height`, oldest value first. It starts at 0, so that small
 * wobbles look small. Too small to be worth a drawing library: components draw the path themselves.
 */
export function sparkline(
	values: readonly (number | null)[],
	{ width, height }: { readonly width: number; readonly height: number }
): Sparkline {
	const most = Math.max(0, ...values.map((value) => value ?? 0)) || 1;
	const step = (width - 2 * inset) / Math.max(1, values.length - 1);
	const points = values.map((value, place) =>
		value === null
			? null
			: { x: round(inset + place * step), y: round(height - inset - (value / most) * (height - 2 * inset)) }
	);
	const path = points
		.map((point, place) => point && `${points[place - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
		.filter(Boolean)
		.join('');
	return { path, last: points.at(-1) ?? null };
}

function round(place: number): number {
	return Math.round(place * 10) / 10;
}
