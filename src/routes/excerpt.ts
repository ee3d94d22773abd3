import type { Span } from '#core/domain/tag.ts';

interface Told {
	readonly text: string;
	readonly tags: readonly {
		readonly severity: number;
		readonly isCounted: boolean;
		readonly spans: readonly Span[];
	}[];
}
export interface Excerpt {
	readonly before: string;
	readonly marked: string;
	readonly after: string;
}

const around = 60;

/** The words of the gravest counted tag with a little of the text around them; the beginning where there is no tag. */
export function excerptOf({ text, tags }: Told, size = around): Excerpt {
	const gravest = tags.filter(({ isCounted }) => isCounted).toSorted((a, b) => b.severity - a.severity)[0];
	const span = (gravest ?? tags[0])?.spans[0];
	if (!span) return { before: cutAfter(text, size * 3), marked: '', after: '' };
	const before = text.slice(0, span.start).replace(/\s+/g, ' ');
	const after = text.slice(span.end).replace(/\s+/g, ' ');
	return {
		before: cutBefore(before, size),
		marked: text.slice(span.start, span.end),
		after: cutAfter(after, size)
	};
}

function cutBefore(text: string, size: number): string {
	if (text.length <= size) return text.trimStart();
	const cut = text.slice(-size);
	return `…${cut.slice(wordStart(cut))}`;
}

function cutAfter(text: string, size: number): string {
	if (text.length <= size) return text.trimEnd();
	const cut = text.slice(0, size);
	const space = cut.lastIndexOf(' ');
	return `${space > size / 2 ? cut.slice(0, space) : wholeCharacters(cut)}…`;
}

/** After the first space, where there is one near: words are not cut in the middle. */
function wordStart(text: string): number {
	const space = text.indexOf(' ');
	if (space >= 0 && space < text.length / 2) return space + 1;
	return /^[\uDC00-\uDFFF]/.test(text) ? 1 : 0;
}

/** Without half of a character at the end. */
function wholeCharacters(text: string): string {
	return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
