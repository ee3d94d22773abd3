import type { WordClasses } from '../domain/theme-pack.ts';
import { readChineseNumber } from './chinese-numbers.ts';
import { addNumberArc } from './number-arcs.ts';
import type { Symbols } from './symbols.ts';
import { TokenList, type TokenReader, type Tokens } from './tokens.ts';

const sentenceEnd = new Set('。！？!?;；…\n');
const clauseEnd = new Set('，、,:：()（）');
const openQuote = new Set('「『《【');
const closeQuote = new Set('」』》】');
/** A quotation that was opened and not closed ends after so many characters. */
const longestQuote = 200;
const mostRemembered = 50_000;

interface Word {
	readonly text: string;
	readonly symbol: string;
	/** Read so only behind one of these characters. */
	readonly after?: string;
}
/** By their first character, the longest first. */
type WordIndex = ReadonlyMap<string, readonly Word[]>;

/** Characters of Chinese. Variants of a word read as one (我们 as 我), particles may stand anywhere. */
export class ChineseReader implements TokenReader {
	readonly #pack: WordClasses;
	readonly #symbols: Symbols;
	readonly #classesOf: (symbol: string) => readonly string[];
	readonly #skipped: ReadonlySet<string>;
	readonly #adverbs: ReadonlySet<string>;
	readonly #variants: WordIndex;
	readonly #loose: WordIndex;
	readonly #known = new Map<string, number>();
	readonly #tokens = new TokenList();

	/** `looseWords`: what stands for others of its class in phrases. */
	constructor(
		pack: WordClasses,
		symbols: Symbols,
		classesOf: (symbol: string) => readonly string[],
		looseWords: readonly Word[]
	) {
		this.#pack = pack;
		this.#symbols = symbols;
		this.#classesOf = classesOf;
		this.#skipped = new Set(pack.skip);
		this.#adverbs = new Set(pack.adverbs);
		const variants = Object.entries(pack.sameAs).map(([text, symbol]) => ({ text, symbol }));
		this.#variants = byFirst(variants);
		this.#loose = byFirst([...looseWords, ...variants]);
	}

	exactSymbolOf(text: string): string {
		return text;
	}

	symbolsOf(written: string, isPhrase: boolean): readonly string[] {
		const text = written.toLowerCase();
		const names: string[] = [];
		for (let at = 0; at < text.length;) {
			const { symbol, length } = this.#readLiteral(text, at, isPhrase);
			names.push(...(/^[<#]./.test(symbol) ? [symbol] : symbol));
			at += length;
		}
		return names.filter(
			(name) => isWorthReading(name) && !this.#skipped.has(name) && !(isPhrase && this.#adverbs.has(name))
		);
	}

	read(text: string): Tokens {
		const tokens = this.#tokens;
		tokens.clear();
		const place = { sentence: 0, clause: 0, ordinal: 0, quote: 0, quotes: 0, quoteEnd: 0 };
		for (let at = 0; at < text.length;) {
			const character = text.charAt(at);
			if (!isWorthReading(character)) {
				readMark(place, character, text, at);
				place.ordinal++;
				at++;
				continue;
			}
			const word = findWord(this.#variants, text, at);
			const end = at + (word?.text.length ?? 1);
			const isSkipped = this.#skipped.has(character) || this.#adverbs.has(character);
			pushToken(tokens, place, at, end, isSkipped, this.#signatureOf(word?.symbol ?? character));
			at = end;
		}
		tokens.finish(place, text.length);
		addNumbers(tokens, text, this.#symbols, this.#pack);
		return tokens;
	}

	#readLiteral(text: string, at: number, isPhrase: boolean): { symbol: string; length: number } {
		const number = isPhrase && !isWithinDigits(text, at) ? readChineseNumber(text, at) : undefined;
		if (number) {
			const { length } = number;
			return { symbol: looseNumber(number, text.slice(at, at + length), this.#pack), length };
		}
		const word = findWord(isPhrase ? this.#loose : this.#variants, text, at);
		return word ? { symbol: word.symbol, length: word.text.length } : { symbol: text.charAt(at), length: 1 };
	}

	#signatureOf(symbol: string): number {
		const known = this.#known.get(symbol);
		if (known !== undefined) return known;
		const signature = this.#symbols.signatureOf([symbol, ...this.#classesOf(symbol)]);
		if (this.#known.size < mostRemembered) this.#known.set(symbol, signature);
		return signature;
	}
}

function pushToken(
	tokens: TokenList,
	place: Place,
	start: number,
	end: number,
	isSkipped: boolean,
	signature: number
): void {
	if (place.quote !== 0 && start > place.quoteEnd) place.quote = 0;
	tokens.add(place, start, end, signature, isSkipped);
	if (!isSkipped) place.ordinal++;
}

function addNumbers(tokens: Tokens, text: string, symbols: Symbols, { socialHours }: WordClasses): void {
	for (let from = 0; from < tokens.length;) {
		const start = tokens.starts[from] ?? 0;
		const number = isWithinDigits(text, start) ? undefined : readChineseNumber(text, start);
		let to = from + 1;
		if (number) {
			const end = start + number.length;
			while (to < tokens.length && (tokens.starts[to] ?? end) < end) to++;
			const { kind, value, isVague } = number;
			tokens.numbers.push({ from, to, kind, value, isVague });
			addNumberArc(tokens, symbols, { from, to, kind, value, socialHours });
			if (kind === 'time') {
				const quantity = { kind, value, text: text.slice(start, end) };
				tokens.quantities.push({ from, to, quantity });
			}
		}
		from = to;
	}
}

/** In 2012 no number begins at 012. */
function isWithinDigits(text: string, at: number): boolean {
	return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1));
}

function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
}

function looseNumber(
	number: { kind: string; value: number; isUnsocial(hours: WordClasses['socialHours']): boolean },
	text: string,
	pack: WordClasses
): string {
	if (number.kind === 'time') return number.isUnsocial(pack.socialHours) ? '#unsocial_time' : '#time';
	if (text.endsWith('来')) return '#>=10';
	return number.value >= 3 && !/^\d{3,}$/.test(text) ? '#>=3' : text;
}

function isWorthReading(character: string): boolean {
	if (isHan(character)) return true;
	return /[\p{L}\p{N}<#]/u.test(character) || character > '\ud7ff';
}

interface Place {
	ordinal: number;
	sentence: number;
	clause: number;
	quote: number;
	quotes: number;
	quoteEnd: number;
}

function readMark(place: Place, mark: string, text: string, at: number): void {
	if (mark === '"') {
		if (place.quote !== 0) place.quote = 0;
		else openQuotation(place, at);
	} else if (openQuote.has(mark)) openQuotation(place, at);
	else if (closeQuote.has(mark)) place.quote = 0;
	else if (sentenceEnd.has(mark) || (mark === '.' && !isHan(text.charAt(at + 1)))) {
		place.sentence++;
		place.clause++;
	} else if (clauseEnd.has(mark)) place.clause++;
}

function openQuotation(place: Place, at: number): void {
	place.quote = ++place.quotes;
	place.quoteEnd = at + longestQuote;
}

/** A dot between two characters only hides a word from filters (催.收). */
function isHan(character: string): boolean {
	return character >= '\u3400' && character <= '\u9fff';
}

function byFirst(words: readonly Word[]): WordIndex {
	const map = new Map<string, Word[]>();
	for (const word of words) {
		const others = map.get(word.text.charAt(0));
		if (others) others.push(word);
		else map.set(word.text.charAt(0), [word]);
	}
	for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
	return map;
}

function findWord(words: WordIndex, text: string, at: number): Word | undefined {
	return words
		.get(text.charAt(at))
		?.find(
			({ text: word, after = '' }) =>
				text.startsWith(word, at) && (after === '' || (at > 0 && after.includes(text.charAt(at - 1))))
		);
}
