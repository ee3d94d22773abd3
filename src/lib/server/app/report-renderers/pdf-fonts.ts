import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { charactersOf } from './font-coverage.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

/** Part of a text that one font can write. */
export interface Run {
	readonly text: string;
	readonly font: string;
}

/** Latin, and the Chinese characters of nearly every text. Rarer ones are in numbered slices of the same typeface. */
export const mainFont = 'chinese-simplified';
/** Latin quotes and dashes are as wide as a Chinese character in the other. */
const latinFont = 'latin';
/** Black and white, for what borrowers write between their words. */
const emojiFont = 'emoji';
/** The same as the main font, as drawings ask for it. */
export const drawingFont = 'drawing';
const missing = '□';

/** They choose a variant or join two characters, and are nothing to be seen. */
const unseen = /[\u200b-\u200d\u2060\ufe00-\ufe0f]/g;

const { resolve } = createRequire(import.meta.url);
const folder = dirname(resolve('@fontsource/noto-sans-sc/package.json'));
const emojiFolder = dirname(resolve('@fontsource/noto-emoji/package.json'));
const loaded = new Map<string, Buffer>();
const covered = new Map<string, Set<number>>();
let sliced: readonly { readonly name: string; readonly ranges: readonly Range[] }[] | null = null;
type Range = readonly [first: number, last: number];

/** Noto Sans SC and Noto Emoji (SIL Open Font License) as plain TrueType, kept once read. */
export function fontFile(name: string, weight: 400 | 700): Buffer {
	const file =
		name === emojiFont
			? join(emojiFolder, 'files', `noto-emoji-emoji-${weight}-normal.woff`)
			: join(folder, 'files', `noto-sans-sc-${name}-${weight}-normal.woff`);
	const known = loaded.get(file) ?? woffToSfnt(readFileSync(file));
	loaded.set(file, known);
	return known;
}

/** Splits a text where another font must take over. A character that no font has becomes □. */
export function runsOf(written: string): readonly Run[] {
	const text = withLatinQuotes(written);
	if (isCovered(text, latinFont)) return [{ text, font: latinFont }];
	if (isCovered(text, mainFont)) return [{ text, font: mainFont }];
	const runs: { text: string; font: string }[] = [];
	for (const character of text.replace(unseen, '')) {
		const font = fontWith(character);
		const written = font === null ? missing : character;
		const last = runs.at(-1);
		const name = font ?? fontWith(missing) ?? mainFont;
		if (last?.font === name) last.text += written;
		else runs.push({ text: written, font: name });
	}
	return runs;
}

/** A Chinese typeface has quotes and dots as wide as a character, which part English words: those get the plain ones. */
function withLatinQuotes(text: string): string {
	if (/\p{Script=Han}/u.test(text)) return text.replace(/(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu, "'");
	return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/…/g, '...');
}

function fontWith(character: string): string | null {
	if (isCovered(character, mainFont)) return mainFont;
	const code = character.codePointAt(0) ?? 0;
	const slice = slices().find(
		({ name, ranges }) =>
			ranges.some(([first, last]) => code >= first && code <= last) && isCovered(character, name)
	);
	return slice?.name ?? (isCovered(character, emojiFont) ? emojiFont : null);
}

function isCovered(text: string, font: string): boolean {
	const known = covered.get(font) ?? charactersOf(fontFile(font, 400));
	covered.set(font, known);
	for (const character of text)
		if (character !== '\n' && !known.has(character.codePointAt(0) ?? 0)) return false;
	return true;
}

function slices() {
	sliced ??= Object.entries(
		JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
	).map(([key, ranges]) => ({
		name: key.replace(/^\[(\d+)\]$/, '$1'),
		ranges: ranges.split(',').map(parseRange)
	}));
	return sliced;
}

/** `U+fee3` or `U+1f1e9-1f1f5`. */
function parseRange(text: string): Range {
	const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
	return [parseInt(first, 16), parseInt(last, 16)];
}
