import type { WordClasses } from '../domain/theme-pack.ts';
import { readEnglishNumbers, valueOfWord } from './english-numbers.ts';
import { stemOf } from './natural.ts';
import type { Symbols } from './symbols.ts';
import { emptyTokens, type TokenReader, type Tokens } from './tokens.ts';

const piece =
	/\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b|[a-z\u00df-\u024f]+(?:[*@$]+[a-z]*)*(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[.!?;\n]+|''|["`,:()]|(?<= )--?(?= )/g;
const contractions: Readonly<Record<string, string>> = {
	"can't": 'can not',
	"n't": 'not',
	cannot: 'can not',
	"won't": 'will not',
	"shan't": 'shall not',
	dont: 'do not',
	didnt: 'do not',
	doesnt: 'do not',
	wont: 'will not',
	cant: 'can not',
	nonstop: 'non stop'
};
const endings: Readonly<Record<string, string>> = {
	"n't": 'not',
	"'re": 'are',
	"'ve": 'have',
	"'ll": 'will',
	"'d": 'will',
	"'m": 'am',
	"'s": ''
};
const abbreviations = new Set('mr mrs ms dr st no vs inc llc ltd co corp jr sr dept approx etc'.split(' '));
/** A quotation that was opened and not closed ends after so many words. */
const longestQuote = 80;
const mostRemembered = 50_000;

interface Word {
	readonly signature: number;
	readonly isSkipped: boolean;
	/** One that numbers may be made of. */
	readonly isNumber: boolean;
}

/** Words of English as stems. Irregular forms read as one word, contractions as two. */
export class EnglishReader implements TokenReader {
	readonly #pack: WordClasses;
	readonly #symbols: Symbols;
	readonly #classesOf: (symbol: string) => readonly string[];
	readonly #skipped: ReadonlySet<string>;
	readonly #adverbs: ReadonlySet<string>;
	readonly #known = new Map<string, readonly Word[]>();

	constructor(pack: WordClasses, symbols: Symbols, classesOf: (symbol: string) => readonly string[]) {
		this.#pack = pack;
		this.#symbols = symbols;
		this.#classesOf = classesOf;
		this.#skipped = new Set(pack.skip);
		this.#adverbs = new Set(pack.adverbs);
	}

	exactSymbolOf(text: string): string {
		return `=${text.toLowerCase()}`;
	}

	symbolsOf(text: string, isPhrase: boolean): readonly string[] {
		const words = Array.from(text.toLowerCase().matchAll(piece), ([word]) => word);
		return words
			.filter((word) => !isMark(word))
			.flatMap(partsOf)
			.filter((part) => !this.#skipped.has(part) && !(isPhrase && this.#adverbs.has(part)))
			.map((part) => {
				const symbol = this.#symbolOf(part);
				return (isPhrase && looseSymbolOf(part, symbol, this.#pack, this.#classesOf)) || symbol;
			});
	}

	read(text: string): Tokens {
		const tokens = emptyTokens();
		const place = createPlace();
		let hasNumbers = false;
		for (const { 0: written, index } of text.matchAll(piece)) {
			if (isMark(written)) {
				readMark(place, written, text, index, tokens);
				continue;
			}
			for (const word of this.#wordsOf(written)) {
				pushToken(tokens, place, index, index + written.length, word);
				hasNumbers ||= word.isNumber;
			}
		}
		tokens.length = tokens.starts.length;
		tokens.ordinals.push(place.ordinal);
		if (hasNumbers) readEnglishNumbers(tokens, text, this.#symbols, this.#pack.socialHours);
		return tokens;
	}

	#symbolOf(part: string): string {
		return stemOf(this.#pack.sameAs[part] ?? part);
	}

	#wordsOf(written: string): readonly Word[] {
		const known = this.#known.get(written);
		if (known) return known;
		const words = partsOf(written).map((part) => this.#readPart(part, written));
		if (this.#known.size < mostRemembered) this.#known.set(written, words);
		return words;
	}

	#readPart(part: string, written: string): Word {
		const symbol = this.#symbolOf(part);
		const exact = part === written ? [`=${part}`] : [`=${part}`, `=${written}`];
		const names = [symbol, ...exact, ...this.#classesOf(symbol), ...this.#classesOf(`=${part}`)];
		return {
			signature: this.#symbols.signatureOf(names),
			isSkipped: this.#skipped.has(part) || this.#adverbs.has(part),
			isNumber: valueOfWord(part) !== undefined
		};
	}
}

function looseSymbolOf(
	part: string,
	symbol: string,
	pack: WordClasses,
	classesOf: (symbol: string) => readonly string[]
): string | undefined {
	const value = valueOfWord(part);
	if (value?.kind === 'time') return value.isUnsocial(pack.socialHours) ? '#unsocial_time' : '#time';
	if (value && value.value >= 3) return '#>=3';
	const alike = [...classesOf(`=${part}`), ...classesOf(symbol)];
	return alike.find((name) => pack.alikeInPhrases.includes(name.slice(1, -1)));
}

/** “won't” → will, not; “they're” → they, are. */
function partsOf(word: string): readonly string[] {
	if (/^\d/.test(word)) return [word];
	const [, stem, ending = ''] = /^(.+)(n't|'(?:re|ve|ll|d|m|s))$/.exec(word) ?? [];
	const written = contractions[word] ?? (stem ? `${stem} ${endings[ending]}` : word);
	return written.split(' ').filter((part) => part !== '');
}

function isMark(word: string): boolean {
	return /^[^a-z0-9\u00df-\u024f]/.test(word);
}

/** Where the reader is: sentence, clause, quotation. */
interface Place {
	sentence: number;
	clause: number;
	ordinal: number;
	quote: number;
	quotes: number;
	quoteLeft: number;
}

function createPlace(): Place {
	return { sentence: 0, clause: 0, ordinal: 0, quote: 0, quotes: 0, quoteLeft: 0 };
}

function pushToken(
	tokens: ReturnType<typeof emptyTokens>,
	place: Place,
	start: number,
	end: number,
	word: Word
): void {
	if (place.quote !== 0 && --place.quoteLeft < 0) place.quote = 0;
	tokens.starts.push(start);
	tokens.ends.push(end);
	tokens.sentences.push(place.sentence);
	tokens.clauses.push(place.clause);
	tokens.ordinals.push(place.ordinal);
	tokens.isSkipped.push(word.isSkipped);
	tokens.signatures.push(word.signature);
	tokens.arcs.push(undefined);
	tokens.quotes.push(place.quote);
	if (!word.isSkipped) place.ordinal++;
}

function readMark(place: Place, mark: string, text: string, index: number, tokens: Tokens): void {
	if (/^["`']/.test(mark)) {
		place.quote = place.quote === 0 ? ++place.quotes : 0;
		place.quoteLeft = longestQuote;
		return;
	}
	if (/^[-,:()]/.test(mark)) {
		place.clause++;
		return;
	}
	if (mark === '.' && isAbbreviation(text, index, tokens)) return;
	place.sentence++;
	place.clause++;
	if (mark.includes('\n\n')) place.quote = 0;
}

/** “Mr. Smith”, “U.S. law”: a dot that ends no sentence. */
function isAbbreviation(text: string, index: number, tokens: Tokens): boolean {
	if (/\S/.test(text.charAt(index + 1)) && /[a-z0-9]/.test(text.charAt(index + 1))) return true;
	const start = tokens.starts.at(-1) ?? index;
	if (text.slice(index - 3, index) === 'a.m' || text.slice(index - 3, index) === 'p.m') return true;
	return (
		tokens.ends.at(-1) === index &&
		(abbreviations.has(text.slice(start, index)) || isInitial(text, start, index))
	);
}

function isInitial(text: string, start: number, end: number): boolean {
	return end - start === 1 && text.charAt(start - 1) === '.' && text.charAt(start) !== 'i';
}
