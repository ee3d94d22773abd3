import type { WordClasses } from '../domain/theme-pack.ts';
import { readEnglishNumbers, valueOfWord } from './english-numbers.ts';
import { stemOf } from './natural.ts';
import type { Symbols } from './symbols.ts';
import { createWordTable, hashOf } from '../text/word-table.ts';
import { emptyTokens, type TokenReader, type Tokens } from './tokens.ts';

const piece =
	/\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b|[a-z\u00df-\u024f]+(?:[*@$]+[a-z]*)*(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[.!?;\n]+|''|["`,:()]|(?<= )--?(?= )/g;
const pieceHere = new RegExp(piece, 'y');
/** What a piece begins with that is no word. */
const mayBegin = new Set(Array.from(`0123456789.!?;\n'"\`,:()-`, (sign) => sign.charCodeAt(0)));
const contractions: Readonly<Record<string, string>> = {
	"can't": 'can not',
	"n't": 'not',
	cannot: 'can not',
	"won't": 'will not',
	"shan't": 'shall not',
	...withoutApostrophe('is are was were has have had do does did would could should'),
	wont: 'will not',
	cant: 'can not',
	nonstop: 'non stop'
};
/** “isnt”: typed in haste as often as not. */
function withoutApostrophe(verbs: string): Record<string, string> {
	return Object.fromEntries(verbs.split(' ').map((verb) => [`${verb}nt`, `${verb} not`]));
}
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
const quoteSigns = '"`\'';
const clauseSigns = '-,:()';
/** A quotation that was opened and not closed ends after so many words. */
const longestQuote = 80;

interface Word {
	readonly signature: number;
	readonly isSkipped: boolean;
	/** As written, it has a value. */
	readonly isNumber: boolean;
}

/** Words of English as stems. Irregular forms read as one word, contractions as two. */
export class EnglishReader implements TokenReader {
	readonly #pack: WordClasses;
	readonly #symbols: Symbols;
	readonly #classesOf: (symbol: string) => readonly string[];
	readonly #skipped: ReadonlySet<string>;
	readonly #adverbs: ReadonlySet<string>;
	readonly #known = createWordTable<readonly Word[]>();

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
		const numberPlaces: number[] = [];
		for (let at = 0; at < text.length;) {
			const end = endOfPiece(text, at);
			if (end === at) {
				at++;
				continue;
			}
			const words = isMarkUnit(text.charCodeAt(at)) ? undefined : this.#wordsAt(text, at, end);
			if (words) {
				for (const word of words) {
					if (word.isNumber) numberPlaces.push(tokens.starts.length);
					pushToken(tokens, place, at, end, word);
				}
			} else readMark(place, text, at, end, tokens);
			at = end;
		}
		tokens.length = tokens.starts.length;
		tokens.ordinals.push(place.ordinal);
		if (numberPlaces.length > 0)
			readEnglishNumbers(tokens, numberPlaces, text, this.#symbols, this.#pack.socialHours);
		return tokens;
	}

	#symbolOf(part: string): string {
		return stemOf(this.#pack.sameAs[part] ?? part);
	}

	#wordsAt(text: string, start: number, end: number): readonly Word[] {
		const known = this.#known.get(text, start, end, hashOf(text, start, end));
		if (known) return known;
		const written = text.slice(start, end);
		const words = partsOf(written).map((part) => this.#readPart(part, written));
		this.#known.set(written, words);
		return words;
	}

	#readPart(part: string, written: string): Word {
		const symbol = this.#symbolOf(part);
		const exact = part === written ? [`=${part}`] : [`=${part}`, `=${written}`];
		const names = [symbol, ...exact, ...this.#classesOf(symbol), ...this.#classesOf(`=${part}`)];
		return {
			signature: this.#symbols.signatureOf(names),
			isSkipped: this.#skipped.has(part) || this.#adverbs.has(part),
			isNumber: valueOfWord(written) !== undefined
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
	return isMarkUnit(word.charCodeAt(0));
}

function isMarkUnit(unit: number): boolean {
	return !isLetter(unit) && !isDigit(unit);
}

/** Where the piece that begins at `at` ends; `at` where none does. Plain words, nearly all of a text, need no pattern. */
function endOfPiece(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	if (unit === 0x20) return at;
	if (!isLetter(unit)) {
		if (!mayBegin.has(unit)) return at;
		pieceHere.lastIndex = at;
		return pieceHere.test(text) ? pieceHere.lastIndex : at;
	}
	let end = at + 1;
	while (isLetter(text.charCodeAt(end))) end++;
	const next = text.charCodeAt(end);
	if (next !== 0x27 && next !== 0x2a && next !== 0x40 && next !== 0x24) return end;
	pieceHere.lastIndex = at;
	return pieceHere.test(text) ? pieceHere.lastIndex : end;
}

function isLetter(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f);
}

function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
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

function readMark(place: Place, text: string, start: number, end: number, tokens: Tokens): void {
	const sign = text.charAt(start);
	if (quoteSigns.includes(sign)) {
		place.quote = place.quote === 0 ? ++place.quotes : 0;
		place.quoteLeft = longestQuote;
		return;
	}
	if (clauseSigns.includes(sign)) {
		place.clause++;
		return;
	}
	if (sign === '.' && end === start + 1 && isAbbreviation(text, start, tokens)) return;
	place.sentence++;
	place.clause++;
	if (end > start + 1 && text.slice(start, end).includes('\n\n')) place.quote = 0;
}

/** “Mr. Smith”, “U.S. law”: a dot that ends no sentence. */
function isAbbreviation(text: string, index: number, tokens: Tokens): boolean {
	if (/[a-z0-9]/.test(text.charAt(index + 1))) return true;
	if (index >= 3 && text.startsWith('.m', index - 2) && 'ap'.includes(text.charAt(index - 3))) return true;
	if (tokens.ends.at(-1) !== index) return false;
	const start = tokens.starts.at(-1) ?? index;
	return abbreviations.has(text.slice(start, index)) || isInitial(text, start, index);
}

function isInitial(text: string, start: number, end: number): boolean {
	return end - start === 1 && text.charAt(start - 1) === '.' && text.charAt(start) !== 'i';
}
