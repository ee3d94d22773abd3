import type { WordClasses } from '../domain/theme-pack.ts';
import { endOfPiece, englishPiece, isMarkUnit } from './english-pieces.ts';
import { readEnglishNumbers, valueOfWord } from './english-numbers.ts';
import { stemOf } from './natural.ts';
import type { Symbols } from './symbols.ts';
import { unitsOf } from '../text/units.ts';
import { createWordTable, hashOf } from '../text/word-table.ts';
import { TokenList, type TokenReader, type Tokens } from './tokens.ts';

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

/** A word of one part as a number: its signature, and above it what else is to be known of it. */
const signatureBits = 16;
const isSkipped = 1 << signatureBits;
/** As written, it has a value. */
const isNumber = 2 << signatureBits;
/** A word of several parts: below this, its place among these words. */
const isCompound = 4 << signatureBits;
const mostCompounds = 20_000;
/** “and”, “so”: what joins sentences that nobody has divided. */
const isJoiner = 8 << signatureBits;
/** “I”, “they”: who begins a new one. */
const isSubject = 16 << signatureBits;
const joiners = new Set('and but so then because'.split(' '));
const subjects = new Set('i we they he she it'.split(' '));
/** So many words without a stop, and the next “and I” begins a sentence. */
const longestSentence = 20;

/** Words of English as stems. Irregular forms read as one word, contractions as two. */
export class EnglishReader implements TokenReader {
	readonly #pack: WordClasses;
	readonly #symbols: Symbols;
	readonly #classesOf: (symbol: string) => readonly string[];
	readonly #skipped: ReadonlySet<string>;
	readonly #adverbs: ReadonlySet<string>;
	readonly #known = createWordTable();
	readonly #compounds: (readonly number[])[] = [];
	readonly #tokens = new TokenList();

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
		const words = Array.from(text.toLowerCase().matchAll(englishPiece), ([word]) => word);
		return words
			.filter((word) => !isMark(word))
			.flatMap((word) => this.#partsOf(word))
			.filter((part) => !this.#skipped.has(part) && !(isPhrase && this.#adverbs.has(part)))
			.map((part) => {
				const symbol = this.#symbolOf(part);
				return (isPhrase && looseSymbolOf(part, symbol, this.#pack, this.#classesOf)) || symbol;
			});
	}

	read(text: string): Tokens {
		const tokens = this.#tokens;
		tokens.clear();
		const place = createPlace();
		const numberPlaces: number[] = [];
		const units = unitsOf(text);
		const push = (start: number, end: number, word: number) => {
			if ((word & isNumber) !== 0) numberPlaces.push(tokens.length);
			pushToken(tokens, place, start, end, word);
		};
		for (let at = 0; at < text.length;) {
			const end = endOfPiece(text, units, at);
			if (end === at) {
				at++;
				continue;
			}
			if (isMarkUnit(units[at] as number)) readMark(place, text, at, end, tokens);
			else {
				const word = this.#wordAt(text, units, at, end);
				if ((word & isCompound) === 0) push(at, end, word);
				else for (const part of this.#compounds[word & ~isCompound] ?? []) push(at, end, part);
			}
			at = end;
		}
		tokens.finish(place, text.length);
		if (numberPlaces.length > 0)
			readEnglishNumbers(tokens, numberPlaces, text, this.#symbols, this.#pack.socialHours);
		return tokens;
	}

	#symbolOf(part: string): string {
		return stemOf(this.#pack.sameAs[part] ?? part);
	}

	#wordAt(text: string, units: Uint16Array, start: number, end: number): number {
		const known = this.#known.get(units, start, end, hashOf(units, start, end));
		return known >= 0 ? known : this.#learn(text.slice(start, end));
	}

	#learn(written: string): number {
		const parts = this.#partsOf(written).map((part) => this.#readPart(part, written));
		const [only, ...more] = parts;
		if (only !== undefined && more.length === 0) {
			this.#known.set(written, only);
			return only;
		}
		const place = Math.min(this.#compounds.length, mostCompounds);
		this.#compounds[place] = parts;
		// The last place is for what is not remembered.
		if (place < mostCompounds) this.#known.set(written, isCompound | place);
		return isCompound | place;
	}

	#partsOf(written: string): readonly string[] {
		return partsOf(this.#pack.misspelt?.[written] ?? written);
	}

	#readPart(part: string, written: string): number {
		const symbol = this.#symbolOf(part);
		const exact = part === written ? [`=${part}`] : [`=${part}`, `=${written}`];
		const names = [symbol, ...exact, ...this.#classesOf(symbol), ...this.#classesOf(`=${part}`)];
		return (
			this.#symbols.signatureOf(names) |
			(this.#skipped.has(part) || this.#adverbs.has(part) ? isSkipped : 0) |
			(joiners.has(part) ? isJoiner : 0) |
			(subjects.has(part) ? isSubject : 0) |
			(valueOfWord(written) === undefined ? 0 : isNumber)
		);
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

/** Where the reader is: sentence, clause, quotation. */
interface Place {
	sentence: number;
	clause: number;
	ordinal: number;
	quote: number;
	quotes: number;
	quoteLeft: number;
	/** Words of the sentence so far. */
	words: number;
	hasJoined: boolean;
}

function createPlace(): Place {
	return {
		sentence: 0,
		clause: 0,
		ordinal: 0,
		quote: 0,
		quotes: 0,
		quoteLeft: 0,
		words: 0,
		hasJoined: false
	};
}

function pushToken(tokens: TokenList, place: Place, start: number, end: number, word: number): void {
	if (place.quote !== 0 && --place.quoteLeft < 0) place.quote = 0;
	if (place.hasJoined && place.words > longestSentence && (word & isSubject) !== 0) endSentence(place);
	place.words++;
	place.hasJoined = (word & isJoiner) !== 0;
	const skips = (word & isSkipped) !== 0;
	tokens.add(place, start, end, word & (isSkipped - 1), skips);
	if (!skips) place.ordinal++;
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
	endSentence(place);
	if (end > start + 1 && text.slice(start, end).includes('\n\n')) place.quote = 0;
}

function endSentence(place: Place): void {
	place.sentence++;
	place.clause++;
	place.words = 0;
	place.hasJoined = false;
}

/** “Mr. Smith”, “U.S. law”: a dot that ends no sentence. */
function isAbbreviation(text: string, index: number, tokens: Tokens): boolean {
	if (/[a-z0-9]/.test(text.charAt(index + 1))) return true;
	if (index >= 3 && text.startsWith('.m', index - 2) && 'ap'.includes(text.charAt(index - 3))) return true;
	const last = tokens.length - 1;
	if (last < 0 || tokens.ends[last] !== index) return false;
	const start = tokens.starts[last] ?? index;
	return abbreviations.has(text.slice(start, index)) || isInitial(text, start, index);
}

function isInitial(text: string, start: number, end: number): boolean {
	return end - start === 1 && text.charAt(start - 1) === '.' && text.charAt(start) !== 'i';
}
