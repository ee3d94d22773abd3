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

/** How a language says no, perhaps and what-if: data of the polarity rules. */
export interface PolarityPack {
	readonly language: 'en' | 'zh';
	readonly negators: readonly string[];
	/** Look like a negation and are none (“not only”, 不停). */
	readonly pseudoNegators: readonly string[];
	/** How far left of a hit a negator works: words in English, characters in Chinese. */
	readonly window: number;
	/** A negator does not reach across these. */
	readonly stops: readonly string[];
	readonly hypothetical: readonly string[];
	/** Openings of the borrower's own act (“I will”, 我要). */
	readonly ownAct: readonly string[];
	/** Openings of a threat reported (“threatened to”, 扬言). */
	readonly threat: readonly string[];
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
		readonly note: Bilingual;
	}[];
	readonly thirdParty: Bilingual;
	readonly visits: Bilingual;
	readonly complaintClockDays: readonly number[];
	readonly recordsYears: number | null;
	readonly sources: readonly { readonly title: string; readonly isSourced: boolean }[];
}

/** All rules that were in force when a text was tagged. */
export interface Packs {
	/** Short hash over every pack file: changes whenever a rule changes. */
	readonly version: string;
	readonly themes: readonly Theme[];
	readonly polarity: readonly PolarityPack[];
	readonly rules: readonly RulePack[];
}
