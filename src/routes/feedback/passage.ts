import { segmentText, type Stretch } from '#lib/ui/evidence-segments.ts';

export interface PassagePart {
	readonly text: string;
	readonly isHit: boolean;
	readonly isEvidence: boolean;
}
export interface Passage {
	readonly parts: readonly PassagePart[];
	/** Is some of the evidence in it? */
	readonly hasEvidence: boolean;
}

const longest = 240;

/** The stretch of a text with the most hits of a search in it, earliest first, with hits and evidence marked. */
export function passageOf(
	text: string,
	hits: readonly Stretch[],
	evidence: readonly Stretch[],
	size = longest
): Passage {
	const { from, to } = windowOf(text, hits, size);
	const inside = (stretches: readonly Stretch[]) =>
		stretches
			.filter(({ start, end }) => start < to && end > from)
			.map(({ start, end }) => ({ start: start - from, end: end - from }));
	const shown = [inside(hits), inside(evidence)] as const;
	const parts = segmentText(text.slice(from, to), shown).map(({ text: part, marks }) => ({
		text: part.replace(/\s+/g, ' '),
		isHit: marks.includes(0),
		isEvidence: marks.includes(1)
	}));
	const dots = (isCut: boolean) => (isCut ? [{ text: '…', isHit: false, isEvidence: false }] : []);
	return {
		parts: [...dots(from > 0), ...parts, ...dots(to < text.length)],
		hasEvidence: shown[1].length > 0
	};
}

function windowOf(text: string, hits: readonly Stretch[], size: number): { from: number; to: number } {
	if (text.length <= size) return { from: 0, to: text.length };
	let best = { start: 0, end: 0, count: 0 };
	for (const { start } of hits) {
		const within = hits.filter((hit) => hit.start >= start && hit.end <= start + size);
		const end = within.at(-1)?.end ?? start;
		if (within.length > best.count) best = { start, end, count: within.length };
	}
	const around = Math.floor((size - (best.end - best.start)) / 2);
	const from = Math.max(0, Math.min(best.start - around, text.length - size));
	return { from: wordStart(text, from, best.start), to: wordEnd(text, from + size, best.end) };
}

/** After a space near by, so that no word is cut; Chinese has none. */
function wordStart(text: string, from: number, latest: number): number {
	if (from === 0) return 0;
	const space = text.slice(from, Math.min(from + 20, latest)).search(/\s/);
	if (space >= 0) return from + space + 1;
	return /[\udc00-\udfff]/.test(text.charAt(from)) ? from + 1 : from;
}

function wordEnd(text: string, to: number, earliest: number): number {
	if (to >= text.length) return text.length;
	const near = text.slice(Math.max(to - 20, earliest), to);
	const space = near.search(/\s\S*$/);
	if (space >= 0) return Math.max(to - 20, earliest) + space;
	return /[\udc00-\udfff]/.test(text.charAt(to)) ? to - 1 : to;
}
