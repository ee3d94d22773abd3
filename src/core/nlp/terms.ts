/** A text as the sequence of terms that rules are compared by; term i covers [starts[i], ends[i]) of the text. */
export interface Terms {
	readonly terms: readonly string[];
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

/** Turns a normalised text into terms. Phrases and texts go through the same reader, so what it folds is one. */
export type TermReader = (text: string) => Terms;

/** The term between sentences: no rule reaches across it. */
export const sentenceBreak = '.';
