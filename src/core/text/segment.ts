/** [start, end) in the given text, without the space around it. */
export interface Segment {
	readonly start: number;
	readonly end: number;
}

const sentenceEnd = /[。！？!?；;…]+["'”’」』)）]*|\.+["'”’)]*(?=\s|$)|[\r\n]+/g;
const clauseEnd =
	/[，、,:：；;。！？!?…()（）]+|\.(?=\s|$)|\s[-–—]+\s|——|[~～]+|(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])|[\r\n]+/g;
const abbreviation =
	/(?:^|[\s(])(?:mr|mrs|ms|dr|st|no|vs|inc|ltd|co|corp|jr|sr|dept|approx|etc|e\.g|i\.e|a\.m|p\.m|u\.s|[a-z])$/i;

/** Sentences in order; what lies between them is white space. A dot after an abbreviation or initial ends none. */
export function splitSentences(text: string): readonly Segment[] {
	return split(text, sentenceEnd, true);
}

/**
 * Clauses in order: the stretches between commas, colons, brackets and sentence ends, without these signs. Chinese
 * writers often put a space for a comma.
 */
export function splitClauses(text: string): readonly Segment[] {
	return split(text, clauseEnd, false);
}

function split(text: string, boundary: RegExp, keepsEnd: boolean): readonly Segment[] {
	const segments: Segment[] = [];
	let start = 0;
	for (const match of text.matchAll(boundary)) {
		if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index)))
			continue;
		const next = match.index + match[0].length;
		addTrimmed(segments, text, start, keepsEnd ? next : match.index);
		start = next;
	}
	addTrimmed(segments, text, start, text.length);
	return segments;
}

function addTrimmed(segments: Segment[], text: string, from: number, to: number): void {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	if (end > start) segments.push({ start, end });
}
