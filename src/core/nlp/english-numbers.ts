import type { WordClasses } from '../domain/theme-pack.ts';
import type { Symbols } from './symbols.ts';
import type { NumberFound, Tokens } from './tokens.ts';
import { addNumberArc, minutesOf } from './number-arcs.ts';

const ones =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const values = new Map<string, number>([
	...ones.split(' ').map((word, value) => [word, value] as const),
	...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
	['once', 1],
	['twice', 2],
	['thrice', 3],
	['hundred', 100],
	['hundreds', 100],
	['thousand', 1000],
	['dozen', 12],
	['dozens', 24],
	['couple', 2]
]);
/** At least so many, but no figure. */
const vague = new Map(
	'several multiple numerous countless many hundreds dozens'
		.split(' ')
		.map((word) => [word, values.get(word) ?? 3])
);
/** 800, 12378, 2019: bare figures from here on are names of lines and years, not counts. */
const leastCode = 500;
const factors = new Set(['hundred', 'thousand', 'dozen']);
const clock = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])/;
const clock24 = /^(1[3-9]|2[0-3]|0\d):([0-5]\d)$/;

/** The word a token was written as; empty behind the last. */
type WordAt = (index: number) => string;

interface WordValue {
	readonly kind: NumberFound['kind'];
	readonly value: number;
	isUnsocial(hours: WordClasses['socialHours']): boolean;
}

/** What one word says as a number or time of day; undefined for other words, for money, and for codes like 12378. */
export function valueOfWord(word: string): WordValue | undefined {
	return isDigit(word.charCodeAt(0)) ? valueOfDigits(word) : wordValue(values.get(word) ?? vague.get(word));
}

function valueOfDigits(word: string): WordValue | undefined {
	const [, hour, minute = '0', half] = clock.exec(word) ?? [];
	const [, hour24, minute24] = clock24.exec(word) ?? [];
	if (hour !== undefined) return timeOf((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute));
	if (hour24 !== undefined) return timeOf(Number(hour24), Number(minute24));
	return wordValue(/^\d+$/.test(word) && Number(word) >= leastCode ? undefined : plainNumber(word));
}

function wordValue(value: number | undefined): WordValue | undefined {
	return value === undefined ? undefined : { kind: '', value, isUnsocial: () => false };
}

function plainNumber(word: string): number | undefined {
	if (/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''));
	return undefined;
}

function timeOf(hours: number, minutes: number): WordValue {
	const value = hours * 60 + minutes;
	return {
		kind: 'time',
		value,
		isUnsocial: ({ from, to }) => value < minutesOf(from) || value >= minutesOf(to)
	};
}

function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
}

/**
 * Adds the numbers of a text to its tokens: “25”, “twenty five”, “three dozen”, “15 to 20” (by the least). `places`
 * are the tokens that have a value.
 */
export function readEnglishNumbers(
	tokens: Tokens,
	places: readonly number[],
	text: string,
	symbols: Symbols,
	socialHours: WordClasses['socialHours']
): void {
	const wordAt: WordAt = (index) =>
		index < tokens.length ? text.slice(tokens.starts[index], tokens.ends[index]) : '';
	let free = 0;
	for (const from of places) {
		const first = from < free ? undefined : valueOfWord(wordAt(from));
		if (!first || text.charAt((tokens.starts[from] ?? 0) - 1) === '$') continue;
		const { value, to } =
			first.kind === 'time' ? { value: first.value, to: from + 1 } : readCompound(wordAt, from, first.value);
		const end = first.kind === 'time' ? to : endOfRange(wordAt, tokens, text, to);
		const isVague = Array.from({ length: to - from }, (_, index) => wordAt(from + index)).some((word) =>
			vague.has(word)
		);
		const found = { from, to: end, kind: first.kind, value, isVague };
		tokens.numbers.push(found);
		addNumberArc(tokens, symbols, { ...found, socialHours });
		if (end > to) addEndsOfRange(tokens, wordAt, symbols, socialHours, { from, to, value, end });
		if (first.kind === 'time') {
			const written = text.slice(tokens.starts[from], tokens.ends[end - 1]);
			tokens.quantities.push({ from, to: end, quantity: { kind: 'time', value, text: written } });
		}
		free = end;
	}
}

/** The ends of a range are numbers too, for patterns that write the range out. */
function addEndsOfRange(
	tokens: Tokens,
	wordAt: WordAt,
	symbols: Symbols,
	socialHours: WordClasses['socialHours'],
	{ from, to, value, end }: { from: number; to: number; value: number; end: number }
): void {
	addNumberArc(tokens, symbols, { from, to, kind: '', value, socialHours });
	const last = valueOfWord(wordAt(end - 1))?.value ?? value;
	addNumberArc(tokens, symbols, { from: end - 1, to: end, kind: '', value: last, socialHours });
}

/** “twenty five” adds up, “three hundred” multiplies. */
function readCompound(wordAt: WordAt, from: number, first: number): { value: number; to: number } {
	let value = first;
	let to = from + 1;
	for (; ; to++) {
		const word = wordAt(to);
		const next = values.get(word);
		if (next === undefined) break;
		if (factors.has(word)) value *= next;
		else if (value % 10 === 0 && value >= 20 && next < 10) value += next;
		else break;
	}
	return { value, to };
}

/** “15-20” and “15 to 20” are one number; its least value counts. */
function endOfRange(wordAt: WordAt, tokens: Tokens, text: string, to: number): number {
	const between = text.slice(tokens.ends[to - 1], tokens.starts[to]);
	if (/^ ?- ?$/.test(between) && valueOfWord(wordAt(to))?.kind === '') return to + 1;
	if (/^(?:to|or)$/.test(wordAt(to)) && valueOfWord(wordAt(to + 1))?.kind === '') return to + 2;
	return to;
}
