import { findObfuscated, type Replacement } from './obfuscation.ts';
import { simplifyUnit } from './traditional.ts';

/** A text made comparable, and the way back. Offsets are UTF-16 code units. */
export interface Normalised {
	readonly text: string;
	/** Raw offset at which the character at `offset` began; the raw length at the end. */
	toRaw(offset: number): number;
	/** The whole raw characters behind [start, end), without invisible ones after them. */
	toRawSpan(start: number, end: number): { readonly start: number; readonly end: number };
}

const ascii = /^[\0-\x7f]*$/;
const mark = /\p{M}/u;
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;
const sameSign: Readonly<Record<string, string>> = {
	'‘': "'",
	'’': "'",
	ʼ: "'",
	'“': '"',
	'”': '"',
	'–': '-',
	'—': '-'
};

/**
 * NFKC, small letters, straight quotes, no invisible characters, Traditional to Simplified Chinese, and nothing
 * obfuscated: the form in which rules are compared. Never shown or stored.
 */
export function normalise(raw: string): Normalised {
	let result = foldCharacters(raw);
	// What one round uncovers may be hidden once more: 催.s.h.o.u.
	for (let round = 0; round < 4; round++) {
		const replacements = findObfuscated(result.text);
		if (replacements.length === 0) break;
		result = replaceAll(result, replacements);
	}
	return result;
}

function foldCharacters(raw: string): Normalised {
	if (ascii.test(raw)) return sameLength(raw.toLowerCase());
	const simple = foldSimple(raw);
	return simple === undefined ? foldClusters(raw) : sameLength(simple);
}

/** For texts of common characters only, each of which gives one: nearly all texts. */
function foldSimple(raw: string): string | undefined {
	const units: number[] = [];
	for (let index = 0; index < raw.length; index++) {
		const unit = simpleUnit(raw.charCodeAt(index));
		if (unit === undefined) return undefined;
		units.push(unit);
	}
	return textOf(units);
}

function foldClusters(raw: string): Normalised {
	const units: number[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	for (let start = 0; start < raw.length;) {
		const end = endOfCluster(raw, start);
		for (const unit of fold(raw.slice(start, end))) {
			units.push(unit);
			starts.push(start);
			ends.push(end);
		}
		start = end;
	}
	return {
		text: textOf(units),
		toRaw: (offset) => starts[offset] ?? raw.length,
		toRawSpan: (start, end) => {
			const from = starts[start] ?? raw.length;
			return { start: from, end: end > start ? (ends[end - 1] ?? raw.length) : from };
		}
	};
}

/** A stretch of a text with replacements, and what it stands for: [start, end) of the text before. */
interface Piece {
	readonly at: number;
	readonly start: number;
	readonly end: number;
	readonly isAligned: boolean;
}

/** The characters of a replacement all lead back to all that was replaced, unless they correspond one by one. */
function replaceAll(before: Normalised, replacements: readonly Replacement[]): Normalised {
	const pieces: Piece[] = [];
	const { length } = before.text;
	const parts: string[] = [];
	let at = 0;
	let from = 0;
	const copy = (part: string, start: number, end: number, isAligned: boolean) => {
		if (part === '') return;
		pieces.push({ at, start, end, isAligned });
		parts.push(part);
		at += part.length;
	};
	for (const { start, end, text: meant, isAligned = false } of replacements) {
		copy(before.text.slice(from, start), from, start, true);
		copy(meant, start, end, isAligned);
		from = end;
	}
	copy(before.text.slice(from), from, length, true);
	const text = parts.join('');
	const startOf = (offset: number) => {
		const piece = offset < text.length ? pieceAt(pieces, offset) : undefined;
		return piece ? piece.start + (piece.isAligned ? offset - piece.at : 0) : length;
	};
	const endOf = (last: number) => {
		const piece = last < text.length ? pieceAt(pieces, last) : undefined;
		if (!piece) return length;
		return piece.isAligned ? piece.start + last + 1 - piece.at : piece.end;
	};
	return {
		text,
		toRaw: (offset) => before.toRaw(startOf(offset)),
		toRawSpan: (start, end) => before.toRawSpan(startOf(start), end > start ? endOf(end - 1) : startOf(start))
	};
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
	let low = 0;
	for (let high = pieces.length; low < high;) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.at ?? 0) > offset) high = middle;
		else low = middle + 1;
	}
	return pieces[low - 1];
}

function sameLength(text: string): Normalised {
	return { text, toRaw: (offset) => offset, toRawSpan: (start, end) => ({ start, end }) };
}

/** A code point with the marks that follow it: the smallest piece that NFKC may compose. */
function endOfCluster(raw: string, start: number): number {
	let end = start + lengthAt(raw, start);
	while (end < raw.length && raw.charCodeAt(end) >= 0x300 && !isHan(raw.charCodeAt(end))) {
		const length = lengthAt(raw, end);
		if (!mark.test(raw.slice(end, end + length))) break;
		end += length;
	}
	return end;
}

function lengthAt(raw: string, index: number): number {
	return (raw.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

function isHan(unit: number): boolean {
	return unit >= 0x3400 && unit <= 0x9fff;
}

/** Latin letters and signs (« » of placeholders), punctuation, Chinese and full-width signs that fold to one unit. */
const simpleSigns = new Map<number, number>();
for (const [from, to] of [
	[0xa0, 0x24f],
	[0x2010, 0x203f],
	[0x3000, 0x303f],
	[0xff01, 0xff5e]
] as const) {
	for (let unit = from; unit <= to; unit++) {
		const [only, ...more] = fold(String.fromCharCode(unit));
		if (only !== undefined && more.length === 0) simpleSigns.set(unit, only);
	}
}

/** The folded unit of the characters nearly every text is made of; undefined for all others. */
function simpleUnit(unit: number): number | undefined {
	if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
	return isHan(unit) ? simplifyUnit(unit) : simpleSigns.get(unit);
}

function fold(cluster: string): number[] {
	const folded = (sameSign[cluster] ?? cluster.normalize('NFKC').toLowerCase()).replace(invisible, '');
	return Array.from({ length: folded.length }, (_, index) => simplifyUnit(folded.charCodeAt(index)));
}

function textOf(units: readonly number[]): string {
	let text = '';
	for (let start = 0; start < units.length; start += 8192)
		text += String.fromCharCode(...units.slice(start, start + 8192));
	return text;
}
