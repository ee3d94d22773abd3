import type { Severity, Taxonomy } from './vocabulary.ts';

/**
 * Whether the text says that it happened. Only `asserted` and `threatened` count; the others are kept so that
 * a reader can see why a phrase did not count. `doubted`: a rule says so, and nothing else in the text speaks for it.
 */
export const polarities = [
	'asserted',
	'threatened',
	'negated',
	'hypothetical',
	'own_act',
	'doubted'
] as const;
export type Polarity = (typeof polarities)[number];

export const countedPolarities: readonly Polarity[] = ['asserted', 'threatened'];

export const tagStatuses = ['machine', 'confirmed', 'rejected', 'added'] as const;
/** `machine`: found by rules, not reviewed · `rejected`: a reviewer said no · `added`: by a reviewer. */
export type TagStatus = (typeof tagStatuses)[number];

/** A figure in or beside the evidence: “9 times a day”, 晚上十点四十, “for 3 weeks”. */
export interface Quantity {
	readonly kind: 'count' | 'time' | 'duration';
	/** How many; for a time the minutes since midnight. Of a range or “more than” the least. */
	readonly value: number;
	/** Of a count the time it is for, of a duration its unit: minute, hour, day, week, month or year. */
	readonly per?: string;
	/** As it is written. */
	readonly text: string;
}

/** Evidence: [start, end) in UTF-16 code units of the masked text, with the rule that found it. */
export interface Span {
	readonly start: number;
	readonly end: number;
	readonly ruleId: string;
	readonly polarity: Polarity;
	/** Why the polarity is what it is, as code and words: `negator: never`, `question: will they`, `own_act: I`. */
	readonly reason?: string;
	readonly quantity?: Quantity;
	/** Probability, where a classifier and no rule found it. */
	readonly score?: number;
	/** Set where the rule that found it makes the act graver than the theme: severity one step up. */
	readonly raises?: true;
}

/** One theme found in one feedback. */
export interface Tag {
	readonly themeId: string;
	readonly taxonomy: Taxonomy;
	readonly severity: Severity;
	readonly polarity: Polarity;
	/** Ordered by start. Never empty for tags made by rules. */
	readonly spans: readonly Span[];
}

export function isCounted(tag: { readonly polarity: Polarity; readonly status?: TagStatus }): boolean {
	return countedPolarities.includes(tag.polarity) && tag.status !== 'rejected';
}
