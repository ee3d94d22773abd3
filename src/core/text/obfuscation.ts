import { censored, englishRespellings, hiddenWords, respellings } from './obfuscated-words.ts';
import { placeholderPattern, placeholderSign } from './placeholder.ts';

/** What stands at [start, end) means `text`; where `isAligned`, character for character. */
export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly isAligned?: true;
}
type Finder = (text: string) => readonly Replacement[];

/**
 * What a small-letter, simplified text hides or stands in for: 催.收, 催shou, 摧收, f**k, “h a r a s s”, and the marks
 * of masking, by us (one sign) or by the source (“XXXX XXXX”, “{$500.00}”). In order, without overlaps.
 */
export function findObfuscated(text: string): readonly Replacement[] {
	const all = finders.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || b.end - a.end);
	let free = 0;
	return all.filter(({ start, end }) => {
		if (start < free) return false;
		free = end;
		return true;
	});
}

const finders: readonly Finder[] = [
	replacing(/«/, placeholderPattern(), () => placeholderSign),
	replacing(/xx/, /\bx{2,}(?:[ /-]{1,2}x{2,}\b|\/(?:19|20)\d{2}\b)*/g, () => 'xxxx'),
	replacing(/\{\$/, /\{(\$[\d.,]+)\}/g, (_, amount) => amount),
	replacing(/[a-z][*#@$%!]/, /(?<![a-z\d*#@$%!])[a-z]+[*#@$%!]+[a-z*#@$%!]*(?![a-z\d])/g, uncensor),
	replacing(
		new RegExp(Object.keys(englishRespellings).join('|')),
		new RegExp(`\\b(?:${Object.keys(englishRespellings).join('|')})\\b`, 'g'),
		(word) => englishRespellings[word] ?? word
	),
	replacing(
		/\b[a-z][ .*_-][a-z]\b/,
		/(?<![a-z\d'])[a-z](?:([ .*_-])[a-z](?:\1[a-z]){3,}| u c k| h i t)(?![a-z\d'])/g,
		(spaced) => spaced.replace(/[^a-z]/g, '')
	),
	replacing(/[一-龥][.·•*/_~^|+-][一-龥]/, /[一-龥]([.·•*/_~^|+-])[一-龥](?:\1[一-龥])+/g, (split) =>
		split.replace(/[^一-龥]/g, '')
	),
	findHiddenWords
];

/** `sign` is cheap to look for, and without it the pattern cannot match. */
function replacing(sign: RegExp, pattern: RegExp, meant: (found: string, group: string) => string): Finder {
	return (text) =>
		sign.test(text)
			? Array.from(text.matchAll(pattern), (match) => ({
					start: match.index,
					end: match.index + match[0].length,
					text: meant(match[0], match[1] ?? '')
				})).filter(({ start, end, text: word }) => text.slice(start, end) !== word)
			: [];
}

const longestCensored = 16;

/** The commonest word that fits, each sign standing for one letter or each run of signs for some. */
function uncensor(found: string): string {
	const shown = found.replace(/[!@]+$/, '');
	const signs = shown.match(/[*#@$%!]/g)?.length ?? 0;
	if (signs === 0 || shown.length > longestCensored || (signs === 1 && !/[a-z]$/.test(shown))) return found;
	for (const letters of ['[a-z]', '[a-z]{1,4}']) {
		const fitting = new RegExp(
			`^${shown.replace(letters === '[a-z]' ? /[*#@$%!]/g : /[*#@$%!]+/g, letters)}$`
		);
		const word = censored.find((each) => fitting.test(each));
		if (word) return word + found.slice(shown.length);
	}
	return found;
}

interface Hidden {
	readonly text: string;
	/** Sticky: the word with any of its characters spelled out and signs between them. */
	readonly pattern: RegExp;
	readonly isAligned?: true;
}

/** By the first character of how they may be written. */
const hiddenByFirst = new Map<string, Hidden[]>();
for (const { text, readings } of hiddenWords) {
	const parts = readings.map(
		(reading, index) => `(?:${text.charAt(index)}|${reading}(?![a-z](?![a-z]*[一-龥])))`
	);
	const hidden = { text, pattern: new RegExp(parts.join("[ .·•*/_~^|+'&%#@-]{0,2}"), 'y') };
	addHidden(text.charAt(0), hidden);
	addHidden(readings[0]?.charAt(0) ?? '', hidden);
}
for (const [written, text] of respellings)
	addHidden(written.charAt(0), {
		text,
		pattern: new RegExp(written, 'y'),
		...(written.length === text.length && { isAligned: true as const })
	});

function addHidden(first: string, hidden: Hidden): void {
	const others = hiddenByFirst.get(first) ?? [];
	hiddenByFirst.set(
		first,
		[...others, hidden].sort((a, b) => b.text.length - a.text.length)
	);
}

function findHiddenWords(text: string): readonly Replacement[] {
	if (!/[一-龥]/.test(text)) return [];
	const found: Replacement[] = [];
	for (let start = 0; start < text.length; start++) {
		for (const { text: word, pattern, isAligned } of hiddenByFirst.get(text.charAt(start)) ?? []) {
			pattern.lastIndex = start;
			const written = pattern.exec(text)?.[0];
			if (written === undefined || written === word || !isSetOff(text, start, start + written.length))
				continue;
			found.push({ start, end: start + written.length, text: word, ...(isAligned && { isAligned }) });
			start += written.length - 1;
			break;
		}
	}
	return found;
}

/** Readings are no part of a Latin word, and a word of readings only stands in Chinese text. */
function isSetOff(text: string, start: number, end: number): boolean {
	const before = text.charAt(start - 1);
	const after = text.charAt(end);
	if (/[a-z]/.test(text.charAt(start)) && /[a-z]/.test(before)) return false;
	if (/[a-z]/.test(text.charAt(end - 1)) && /[a-z]/.test(after)) return false;
	return /[一-龥]/.test(text.slice(start, end) + before + after);
}
