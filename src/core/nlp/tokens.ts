import type { Quantity } from '../domain/tag.ts';
import type { Scope } from '../domain/theme-pack.ts';

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

/** A normalised text as rules see it: words of English, characters of Chinese. Token i covers [starts[i], ends[i]). */
export interface Tokens {
	readonly length: number;
	readonly starts: number[];
	readonly ends: number[];
	/** Number of the sentence and of the clause each token is in. */
	readonly sentences: number[];
	readonly clauses: number[];
	/** How many tokens that are not skipped lie before token i: what gaps count. */
	readonly ordinals: number[];
	/** Words that may stand between any two others: articles, particles, “just”, 了. */
	readonly isSkipped: boolean[];
	/** What holds at each token taken alone, and the longer ways that begin at it. */
	readonly signatures: number[];
	readonly arcs: (Arc[] | undefined)[];
	readonly numbers: NumberFound[];
	readonly quantities: QuantityFound[];
	/** Number of the quotation each token is in, 0 outside of any. */
	readonly quotes: number[];
}

export function emptyTokens(): { -readonly [Key in keyof Tokens]: Tokens[Key] } {
	return {
		length: 0,
		starts: [],
		ends: [],
		sentences: [],
		clauses: [],
		ordinals: [],
		isSkipped: [],
		signatures: [],
		arcs: [],
		numbers: [],
		quantities: [],
		quotes: []
	};
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
	read(text: string): Tokens;
}

/** Whether two tokens are in the same clause or sentence. */
export function isWithin(scope: Scope, tokens: Tokens, one: number, other: number): boolean {
	if (scope === 'text') return true;
	const parts = scope === 'clause' ? tokens.clauses : tokens.sentences;
	return parts[one] === parts[other];
}
