/** A stretch of text and the numbers of the marks that cover it, smallest first; none for plain text. */
export interface Segment {
	readonly text: string;
	readonly marks: readonly number[];
	/** Marks whose last character this is: where their number is printed. */
	readonly ending: readonly number[];
}
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/**
 * Cuts a text at every start and end of the marks' spans, so that overlapping spans become neighbours that share
 * marks. Spans that reach over the text are cut to it. The segments together are the text.
 */
export function segmentText(text: string, marks: readonly (readonly Stretch[])[]): readonly Segment[] {
	const spans = marks.flatMap((stretches, mark) =>
		stretches
			.map(({ start, end }) => ({ start: clamp(start, text), end: clamp(end, text), mark }))
			.filter(({ start, end }) => start < end)
	);
	const cuts = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
	const edges = [...cuts].sort((one, other) => one - other);
	return edges.slice(0, -1).map((start, index) => {
		const end = edges[index + 1] ?? text.length;
		const covering = spans.filter((span) => span.start <= start && span.end >= end);
		return {
			text: text.slice(start, end),
			marks: numbersOf(covering),
			ending: numbersOf(covering.filter((span) => span.end === end))
		};
	});
}

function clamp(place: number, text: string): number {
	return Math.max(0, Math.min(place, text.length));
}

function numbersOf(spans: readonly { readonly mark: number }[]): readonly number[] {
	return [...new Set(spans.map(({ mark }) => mark))].sort((one, other) => one - other);
}
