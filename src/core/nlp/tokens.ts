import type { Quantity } from '../domain/tag.ts';
import type { Scope } from '../domain/theme-pack.ts';
import { noSymbols } from './symbols.ts';

/** A way through the text that is more than one token long: a number, a word class of several words. */
export interface Arc {
	readonly length: number;
	readonly signature: number;
}

/** A number as it stands in the text, before anybody knows what it counts. */
export interface NumberFound {
	readonly from: number;
	readonly to: number;
	/** `''` a plain number; `time`: minutes since midnight. */
	readonly kind: '' | 'time';
	readonly value: number;
	/** “several”, 好几: compared by its least value, never shown as a figure. */
	readonly isVague: boolean;
}

export interface QuantityFound {
	readonly from: number;
	readonly to: number;
	readonly quantity: Quantity;
}

/**
 * A normalised text as rules see it: words of English, characters of Chinese. Token i covers [starts[i], ends[i]). Lists
 * may be longer than the text; behind its last token stands what belongs to none.
 */
export interface Tokens {
	readonly length: number;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/** Number of the sentence and of the clause each token is in. */
	readonly sentences: Int32Array;
	readonly clauses: Int32Array;
	/** How many tokens that are not skipped lie before token i: what gaps count. */
	readonly ordinals: Int32Array;
	/** 1 for words that may stand between any two others: articles, particles, “just”, 了. */
	readonly isSkipped: Uint8Array;
	/** What holds at each token taken alone, and the longer ways that begin at it. */
	readonly signatures: Int32Array;
	readonly arcs: (Arc[] | undefined)[];
	readonly numbers: NumberFound[];
	readonly quantities: QuantityFound[];
	/** Number of the quotation each token is in, 0 outside of any. */
	readonly quotes: Int32Array;
}

/** Where a reader is in a text. */
export interface TokenPlace {
	readonly sentence: number;
	readonly clause: number;
	readonly ordinal: number;
	readonly quote: number;
}

const firstSize = 1 << 9;
const nowhere = -1;

/** The tokens of one text after another, in the same lists: a new list for each text is what took most of the memory. */
export class TokenList implements Tokens {
	length = 0;
	starts = new Int32Array(firstSize);
	ends = new Int32Array(firstSize);
	sentences = new Int32Array(firstSize);
	clauses = new Int32Array(firstSize);
	ordinals = new Int32Array(firstSize);
	isSkipped = new Uint8Array(firstSize);
	signatures = new Int32Array(firstSize);
	quotes = new Int32Array(firstSize);
	readonly arcs: (Arc[] | undefined)[] = [];
	readonly numbers: NumberFound[] = [];
	readonly quantities: QuantityFound[] = [];

	clear(): void {
		this.length = 0;
		this.numbers.length = 0;
		this.quantities.length = 0;
	}

	add(place: TokenPlace, start: number, end: number, signature: number, isSkipped: boolean): void {
		const at = this.length++;
		if (this.length === this.starts.length) this.#grow();
		this.starts[at] = start;
		this.ends[at] = end;
		this.sentences[at] = place.sentence;
		this.clauses[at] = place.clause;
		this.ordinals[at] = place.ordinal;
		this.isSkipped[at] = isSkipped ? 1 : 0;
		this.signatures[at] = signature;
		this.quotes[at] = place.quote;
		this.arcs[at] = undefined;
	}

	/** Behind the last token: `place` at the end of a text of so many characters. */
	finish({ ordinal }: TokenPlace, textLength: number): void {
		const at = this.length;
		this.starts[at] = textLength;
		this.ends[at] = textLength;
		this.sentences[at] = nowhere;
		this.clauses[at] = nowhere;
		this.ordinals[at] = ordinal;
		this.isSkipped[at] = 0;
		this.signatures[at] = noSymbols;
		this.quotes[at] = 0;
	}

	#grow(): void {
		const longer = (list: Int32Array): Int32Array<ArrayBuffer> => {
			const twice = new Int32Array(list.length * 2);
			twice.set(list);
			return twice;
		};
		const isSkipped = new Uint8Array(this.isSkipped.length * 2);
		isSkipped.set(this.isSkipped);
		this.isSkipped = isSkipped;
		this.starts = longer(this.starts);
		this.ends = longer(this.ends);
		this.sentences = longer(this.sentences);
		this.clauses = longer(this.clauses);
		this.ordinals = longer(this.ordinals);
		this.signatures = longer(this.signatures);
		this.quotes = longer(this.quotes);
	}
}

/** Tokens [from, to) that a pattern matched, from its first word to its last. */
export interface Match {
	readonly pattern: number;
	readonly from: number;
	readonly to: number;
}

/** One language's way from text to tokens. Patterns go through `symbolsOf`, so that both fold alike. */
export interface TokenReader {
	/** Symbols of a literal in a pattern; a phrase also lets a word stand for others of its kind. */
	symbolsOf(text: string, isPhrase: boolean): readonly string[];
	exactSymbolOf(text: string): string;
	/** The tokens of a text, until the next one is read. */
	read(text: string): Tokens;
}

/** Whether two tokens are in the same clause or sentence. */
export function isWithin(scope: Scope, tokens: Tokens, one: number, other: number): boolean {
	if (scope === 'text') return true;
	const parts = scope === 'clause' ? tokens.clauses : tokens.sentences;
	return parts[one] === parts[other];
}
