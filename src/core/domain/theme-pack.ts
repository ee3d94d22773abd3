import type { Bilingual, Severity, Taxonomy, Urgency } from './vocabulary.ts';

/** One legal or code reference of a theme, for triage and reporting; not legal advice. */
export interface Clause {
	/** ISO country code in upper case, `UK` for the United Kingdom. */
	readonly jurisdiction: string;
	readonly text: string;
	/** False: from general knowledge, not read in a source; shown as such. */
	readonly isSourced: boolean;
}

/** One row of a taxonomy, as data. */
export interface Theme {
	readonly id: string;
	readonly taxonomy: Taxonomy;
	readonly severity: Severity;
	readonly name: Bilingual;
	/** What counts, and what does not: the definition a reader judges a tag by. */
	readonly counts: Bilingual;
	readonly notCounts: Bilingual | null;
	readonly why: Bilingual | null;
	/** `U0` for the themes where a person must look within the hour; null: by severity. */
	readonly urgency: Urgency | null;
	readonly clauses: readonly Clause[];
	/** Crosswalks: CFPB issue, JR/T 0169-2018 reason. */
	readonly cfpb: string | null;
	readonly jrt: string | null;
	readonly phrases: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

/** Names the rule that a theme's phrase at `index` (from 0) makes. */
export function phraseRuleId(
	taxonomy: Taxonomy,
	theme: string,
	language: RuleLanguage,
	index: number
): string {
	return `${taxonomy}/${theme}/${language}/${String(index + 1).padStart(2, '0')}`;
}

/** Languages that rules are written in; Traditional Chinese is read as Simplified. */
export type RuleLanguage = 'en' | 'zh';
/** How far the parts of a pattern may lie apart. */
export type Scope = 'clause' | 'sentence' | 'text';

/** One rule of a theme in the pattern language (db/packs/README.md). */
export interface PatternRule {
	readonly id: string;
	readonly language: RuleLanguage;
	readonly theme: string;
	readonly pattern: string;
	readonly scope: Scope;
	/** Patterns of which each must, or none may, be near: “text: …”, “clause before: …”; in the sentence unless told. */
	readonly requires: readonly string[];
	readonly excludes: readonly string[];
	/** Set where the pattern itself says how it is meant, so that nothing before it is asked. */
	readonly polarity: 'asserted' | 'threatened' | null;
	/** What it finds makes the act graver: a tag it counts for is one step up in severity. */
	readonly raises: boolean;
	readonly matches: readonly string[];
	readonly misses: readonly string[];
	readonly source: string;
}

/** The words of one language that patterns name by class, and how it writes quantities. */
export interface WordClasses {
	readonly language: RuleLanguage;
	/** Left out of patterns, and allowed between any two words of a text. */
	readonly skip: readonly string[];
	/** Allowed between any two words, but looked for where a pattern names them. */
	readonly adverbs: readonly string[];
	/** Words read as another: irregular forms, variants. */
	readonly sameAs: Readonly<Record<string, string>>;
	/** What is often misspelt, as it is spelt: read as that word, by its exact form too. */
	readonly misspelt?: Readonly<Record<string, string>>;
	/** Classes whose words stand for each other in the phrases of themes (not in patterns). */
	readonly alikeInPhrases: readonly string[];
	/** Each a list of lines of words divided by “|”; `<other>` takes in another class. */
	readonly classes: Readonly<Record<string, readonly string[]>>;
	/** Patterns without gaps around one number, by kind: count_per_day, duration_week, time_pm … */
	readonly quantities: Readonly<Record<string, readonly string[]>>;
	/** Outside of these a time is `#unsocial_time`. */
	readonly socialHours: { readonly from: string; readonly to: string };
}

/** How a language says no, perhaps and what-if: patterns of the polarity rules. */
export interface PolarityPack {
	readonly language: RuleLanguage;
	readonly negators: readonly string[];
	/** Look like a negation and are none (“not only”, 不停). */
	readonly pseudoNegators: readonly string[];
	/** How far left of a hit a negator works: words in English, characters in Chinese. */
	readonly window: number;
	/** A negator does not reach across these, nor across a comma. */
	readonly stops: readonly string[];
	/** Questions and what-if before a hit; a gap reaches over the hit (会…吗). */
	readonly hypothetical: readonly string[];
	/** Openings of the borrower's own act (“I will”, 我要), directly before a hit. */
	readonly ownAct: readonly string[];
	/** Openings of a threat reported (“threatened to”, 扬言). */
	readonly threat: readonly string[];
	/** What the law says, not what happened (根据…规定), unless one of `turns` follows (但, “but”). */
	readonly norms: readonly string[];
	readonly turns: readonly string[];
	/** Somebody else, or another time, to compare with (“unlike other”, 不像别家). */
	readonly comparisons: readonly string[];
	/** Words before a quotation that make it the borrower's (“I said”, 我说). */
	readonly ownSpeech: readonly string[];
	/** Names at the beginning of a line of a transcript, before a colon. */
	readonly speakers: { readonly agent: readonly string[]; readonly borrower: readonly string[] };
}

/** One jurisdiction's numbers and their sources. */
export interface RulePack {
	readonly id: string;
	readonly name: Bilingual;
	readonly version: string;
	/** Local hours in which contact is barred without consent, e.g. from 22:00 to 08:00; null where there is no rule. */
	readonly barredHours: { readonly from: string; readonly to: string } | null;
	readonly frequency: readonly {
		readonly cap: number;
		readonly days: number;
		readonly per: string;
		/** Which contacts of a log count: calls that nobody answered, calls, or attempts of any kind. */
		readonly attempts: 'unanswered' | 'calls' | 'all';
		readonly note: Bilingual;
	}[];
	readonly thirdParty: Bilingual;
	readonly visits: Bilingual;
	readonly complaintClockDays: readonly number[];
	readonly recordsYears: number | null;
	readonly sources: readonly { readonly title: string; readonly isSourced: boolean }[];
}

/** The themes in the categories of somebody outside, as a return to a regulator asks for them. */
export interface Crosswalk {
	readonly id: string;
	readonly name: Bilingual;
	/** Which list it is, and what is not known of it. */
	readonly note: Bilingual;
	readonly themes: readonly {
		readonly theme: string;
		readonly category: string;
		/** The rule that the theme touches. */
		readonly rule: string | null;
		/** False: from general knowledge, not read in a source; shown with “*”. */
		readonly isSourced: boolean;
	}[];
}

/** All rules that were in force when a text was tagged. */
export interface Packs {
	/** Short hash over the files that decide tags: changes whenever a rule changes. */
	readonly version: string;
	readonly themes: readonly Theme[];
	readonly patterns: readonly PatternRule[];
	readonly classes: readonly WordClasses[];
	readonly polarity: readonly PolarityPack[];
	readonly rules: readonly RulePack[];
	readonly crosswalks: readonly Crosswalk[];
}
