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

interface WordValue {
	readonly kind: NumberFound['kind'];
	readonly value: number;
	isUnsocial(hours: WordClasses['socialHours']): boolean;
}

/** What one word says as a number or time of day; undefined for other words, for money, and for codes like 12378. */
export function valueOfWord(word: string): WordValue | undefined {
	const [, hour, minute = '0', half] = clock.exec(word) ?? [];
	const [, hour24, minute24] = clock24.exec(word) ?? [];
	if (hour !== undefined) return timeOf((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute));
	if (hour24 !== undefined) return timeOf(Number(hour24), Number(minute24));
	const value =
		/^\d+$/.test(word) && Number(word) >= leastCode
			? undefined
			: (values.get(word) ?? vague.get(word) ?? plainNumber(word));
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

/** Adds the numbers of a text to its tokens: “25”, “twenty five”, “three dozen”, “15 to 20” (by the least). */
export function readEnglishNumbers(
	tokens: Tokens,
	text: string,
	symbols: Symbols,
	socialHours: WordClasses['socialHours']
): void {
	const words = tokens.starts.map((start, index) => text.slice(start, tokens.ends[index]));
	for (let from = 0; from < words.length;) {
		const first = valueOfWord(words[from] ?? '');
		if (!first || text.charAt((tokens.starts[from] ?? 0) - 1) === '$') {
			from++;
			continue;
		}
		const { value, to } =
			first.kind === 'time' ? { value: first.value, to: from + 1 } : readCompound(words, from, first.value);
		const end = first.kind === 'time' ? to : endOfRange(words, tokens, text, to);
		const isVague = words.slice(from, to).some((word) => vague.has(word));
		const found = { from, to: end, kind: first.kind, value, isVague };
		tokens.numbers.push(found);
		addNumberArc(tokens, symbols, { ...found, socialHours });
		if (end > to) addEndsOfRange(tokens, words, symbols, socialHours, { from, to, value, end });
		if (first.kind === 'time') {
			const written = text.slice(tokens.starts[from], tokens.ends[end - 1]);
			tokens.quantities.push({ from, to: end, quantity: { kind: 'time', value, text: written } });
		}
		from = end;
	}
}

/** The ends of a range are numbers too, for patterns that write the range out. */
function addEndsOfRange(
	tokens: Tokens,
	words: readonly string[],
	symbols: Symbols,
	socialHours: WordClasses['socialHours'],
	{ from, to, value, end }: { from: number; to: number; value: number; end: number }
): void {
	addNumberArc(tokens, symbols, { from, to, kind: '', value, socialHours });
	const last = valueOfWord(words[end - 1] ?? '')?.value ?? value;
	addNumberArc(tokens, symbols, { from: end - 1, to: end, kind: '', value: last, socialHours });
}

/** “twenty five” adds up, “three hundred” multiplies. */
function readCompound(words: readonly string[], from: number, first: number): { value: number; to: number } {
	let value = first;
	let to = from + 1;
	for (; to < words.length; to++) {
		const word = words[to] ?? '';
		const next = values.get(word);
		if (next === undefined) break;
		if (factors.has(word)) value *= next;
		else if (value % 10 === 0 && value >= 20 && next < 10) value += next;
		else break;
	}
	return { value, to };
}

/** “15-20” and “15 to 20” are one number; its least value counts. */
function endOfRange(words: readonly string[], tokens: Tokens, text: string, to: number): number {
	const between = text.slice(tokens.ends[to - 1], tokens.starts[to]);
	if (/^ ?- ?$/.test(between) && valueOfWord(words[to] ?? '')?.kind === '') return to + 1;
	if (/^(?:to|or)$/.test(words[to] ?? '') && valueOfWord(words[to + 1] ?? '')?.kind === '') return to + 2;
	return to;
}
