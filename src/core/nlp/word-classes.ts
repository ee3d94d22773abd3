import type { WordClasses } from '../domain/theme-pack.ts';
import type { Quantity } from '../domain/tag.ts';
import { firstIndex } from './first-index.ts';
import { createMatcher } from './matcher.ts';
import { badPattern, parsePattern, type Sequence } from './pattern-syntax.ts';
import type { Symbols } from './symbols.ts';
import { addArc, addNumberArc } from './number-arcs.ts';
import type { Match, NumberFound, TokenReader, Tokens } from './tokens.ts';

/** One word or expression of a class: “law firm”; “(我其)妈” is 妈 after one of 我其 only. */
export interface ClassWord {
	readonly text: string;
	readonly after: string;
}

/** Finds classes of several words, and quantities, in tokens: adds them as longer ways through the text. */
export interface TermFinder {
	addTo(tokens: Tokens, text: string): void;
}

const afterSome = /^\(([^()]+)\)(.+)$/;
const reference = /^<([a-z_]+)>$/;
const mostNested = 5;
const timeUnit = /^ ?(?:minute|hour|day|[天日周年整]|个?(?:月|小时|钟头|星期|礼拜)|分钟|[早晚上下][上午])/;

/** The words of every class, those of the classes it names among them. Throws `bad-pack`. */
export function readClasses(pack: WordClasses): ReadonlyMap<string, readonly ClassWord[]> {
	const wordsOf = (name: string, depth: number): ClassWord[] => {
		const lines = pack.classes[name];
		if (!lines || depth > mostNested)
			throw badPattern(`Classes of ${pack.language}`, `<${name}>`, lines ? 'names itself' : 'is no class');
		return lines
			.flatMap((line) => line.split('|'))
			.flatMap((word) => {
				const other = reference.exec(word)?.[1];
				if (other) return wordsOf(other, depth + 1);
				const [, after = '', text = word] = afterSome.exec(word) ?? [];
				return [{ text: text.trim().toLowerCase(), after }];
			});
	};
	return new Map(Object.keys(pack.classes).map((name) => [name, wordsOf(name, 0)]));
}

/** Classes by the symbol of their words of one token, which need no search. */
export function singleWords(
	classes: ReadonlyMap<string, readonly ClassWord[]>,
	symbolsOf: (text: string) => readonly string[]
): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	for (const [name, words] of classes) {
		for (const { text, after } of words) {
			const [symbol, ...more] = symbolsOf(text);
			if (symbol === undefined || more.length > 0 || after !== '') continue;
			const known = names.get(symbol) ?? [];
			if (!known.includes(`<${name}>`)) names.set(symbol, [...known, `<${name}>`]);
		}
	}
	return names;
}

export function createTermFinder(
	pack: WordClasses,
	classes: ReadonlyMap<string, readonly ClassWord[]>,
	symbols: Symbols,
	reader: TokenReader
): TermFinder {
	const { language } = pack;
	const where = `Classes of ${language}`;
	const sequencesOf = (words: readonly ClassWord[]): readonly Sequence[] =>
		words.map(({ text }) => parsePattern(text, language, where)[0]?.[0]?.items ?? []);
	const matcher = createMatcher({
		language,
		symbols,
		reader,
		classOf: (name) => {
			const words = classes.get(name);
			return words ? { words: sequencesOf(words) } : null;
		}
	});
	const classWords = new Map<number, { symbol: string; after: string }>();
	for (const [name, words] of classes) {
		for (const { text, after } of words) {
			if (after === '' && symbolsOf(text, reader).length === 1) continue;
			classWords.set(matcher.add({ text, where: `${where}, <${name}>` }), { symbol: `<${name}>`, after });
		}
	}
	const kinds = new Map<number, string>();
	for (const [kind, patterns] of Object.entries(pack.quantities))
		for (const text of patterns) kinds.set(matcher.add({ text, where: `${where}, ${kind}` }), kind);
	const signatures = new Map<string, number>();
	const signatureOf = (symbol: string) => {
		const known = signatures.get(symbol) ?? symbols.signatureOf([symbol]);
		signatures.set(symbol, known);
		return known;
	};

	return {
		addTo(tokens, text) {
			for (const match of matcher.find(tokens)) {
				const word = classWords.get(match.pattern);
				if (word) addClassWord(tokens, text, match, word, signatureOf(word.symbol));
				else addQuantity(tokens, text, symbols, pack, { ...match, kind: kinds.get(match.pattern) ?? '' });
			}
			tokens.quantities.sort((a, b) => a.from - b.from);
		}
	};
}

function addClassWord(
	tokens: Tokens,
	text: string,
	{ from, to }: Match,
	{ after }: { readonly after: string },
	signature: number
): void {
	const isInPlace = after === '' || after.includes(text.charAt((tokens.starts[from] ?? 0) - 1) || ' ');
	if (isInPlace) addArc(tokens, from, { length: to - from, signature });
}

function symbolsOf(text: string, reader: TokenReader): readonly string[] {
	return text.startsWith('=') ? [reader.exactSymbolOf(text.slice(1))] : reader.symbolsOf(text, false);
}

function addQuantity(
	tokens: Tokens,
	text: string,
	symbols: Symbols,
	{ socialHours }: WordClasses,
	found: { kind: string; from: number; to: number }
): void {
	const { from, to } = found;
	const number = findCounted(tokens, text, found);
	if (!number) return;
	const { kind, value } = readClock(found.kind, number.value);
	addNumberArc(tokens, symbols, { from, to, kind, value, socialHours });
	const [first = '', ...rest] = kind.split('_');
	const quantityKind = first === 'duration' || first === 'time' ? first : 'count';
	const per = rest.at(-1);
	const written = text.slice(tokens.starts[from], tokens.ends[to - 1]);
	const quantity: Quantity = { kind: quantityKind, value, text: written, ...(per ? { per } : {}) };
	if (!number.isVague) tokens.quantities.push({ from, to, quantity });
}

/** The number a quantity is about: in “4 times in 30 minutes” and 一天八个 not that of the minutes or the day. */
function findCounted(
	tokens: Tokens,
	text: string,
	found: { kind: string; from: number; to: number }
): NumberFound | null {
	const isCount = found.kind.startsWith('count');
	for (let at = firstIndex(tokens.numbers, ({ from }) => from >= found.from); ; at++) {
		const number = tokens.numbers[at];
		if (!number || number.to > found.to) return null;
		const end = tokens.ends[number.to - 1] ?? 0;
		if (number.kind === '' && !(isCount && timeUnit.test(text.slice(end, end + 8)))) return number;
	}
}

/** “6 in the morning”, “9 at night”: a number that patterns know to be an hour. */
function readClock(kind: string, value: number): { kind: string; value: number } {
	if (kind === 'time_am') return { kind: 'time', value: (value % 12) * 60 };
	if (kind === 'time_pm') return { kind: 'time', value: ((value % 12) + 12) * 60 };
	return { kind, value };
}
