import type { FilterPatch, Kpi, KpiValue } from '#core/domain/kpi.ts';
import type { Bilingual, Channel } from '#core/domain/vocabulary.ts';
import type { Ledger, Restates } from './ledger.ts';
import type { Period } from '#core/domain/period.ts';
import type { Rate } from '#core/stats/compare-rates.ts';
import type { EmergingTerm } from '#core/stats/emerging-terms.ts';
import type { FunnelVerdict } from '#core/stats/funnel-limits.ts';
import type { EvidenceCard } from './evidence.ts';

/** What the chapters beyond the key figures need, counted. Counts are of feedback received in the month. */
export interface ReportDetail {
	readonly trends: readonly KpiTrend[];
	/** Conduct theme × channel; only pairs that occur. */
	readonly themeChannels: readonly {
		readonly theme: string;
		readonly channel: Channel | 'none';
		readonly count: number;
	}[];
	/** Reviewed tags of the month by theme. */
	readonly reviewed: readonly {
		readonly theme: string;
		readonly confirmed: number;
		readonly rejected: number;
	}[];
	/** Tags of machine and people together, and how many of them a person has looked at. */
	readonly coverage: { readonly tags: number; readonly reviewed: number };
	/** Themes of a taxonomy in the month and the month before, most first. */
	readonly themes: Readonly<
		Record<'process' | 'positive' | 'reason' | 'remedy' | 'impact' | 'escalation', readonly ThemeNumbers[]>
	>;
	/** Feedback that gives a reason and asks for a remedy, or tells of a harm. */
	readonly reasonPairs: readonly {
		readonly reason: string;
		readonly other: string;
		readonly count: number;
	}[];
	readonly praise: readonly {
		readonly team: string;
		readonly name: Bilingual;
		readonly positive: number;
		readonly conduct: number;
	}[];
	readonly sources: readonly { readonly source: string; readonly complaints: number }[];
	readonly links: Links;
	readonly emerging: Emerging;
	/** Null in copies that name no agents. */
	readonly agents: readonly AgentCase[] | null;
	/** Of the last two years, newest first. */
	readonly training: readonly TrainingResult[];
	readonly crosswalks: readonly CrosswalkList[];
	readonly ledger: Ledger;
	/** Null: the report is the first of its month. */
	readonly restates: Restates | null;
}

export interface KpiTrend {
	readonly kpi: Kpi;
	readonly center: number | null;
	readonly sigmaZ: number | null;
	readonly points: readonly TrendPoint[];
}
export interface TrendPoint {
	/** YYYY-MM. */
	readonly month: string;
	readonly isComplete: boolean;
	readonly value: KpiValue;
	readonly limits: { readonly low: number; readonly high: number } | null;
	readonly isOutside: boolean;
}
export interface ThemeNumbers {
	readonly id: string;
	readonly name: Bilingual;
	readonly now: number;
	readonly before: number;
}
export interface Links {
	/** Borrowers with a complaint in the month, and those of them with two or more in the 90 days up to its end. */
	readonly complainants: number;
	readonly repeated: number;
	/** Complaints by how sure it is who they are about. */
	readonly attributions: readonly { readonly attribution: string; readonly complaints: number }[];
	/** Nearly the same text at least five times in the month, most first. */
	readonly templates: readonly {
		readonly template: string;
		readonly count: number;
		readonly excerpt: string;
	}[];
}
export interface Emerging {
	readonly terms: readonly EmergingTerm[];
	readonly records: { readonly now: number; readonly before: number };
	/** Of each side at most this many records were read, evenly over time. */
	readonly most: number;
}
export interface AgentCase {
	readonly id: string;
	readonly name: Bilingual;
	readonly team: Bilingual | null;
	readonly complaints: number;
	readonly observed: number;
	readonly expected: number;
	readonly verdict: FunnelVerdict;
	readonly praise: number;
	readonly where: FilterPatch;
	readonly evidence: readonly EvidenceCard[];
}
export interface TrainingResult {
	readonly id: number;
	readonly title: Bilingual;
	readonly teams: Bilingual;
	/** YYYY-MM-DD. */
	readonly trainedOn: string;
	readonly before: Period;
	/** Null: no full month has passed since. */
	readonly after: Period | null;
	/** Harsh conduct per contact, drawn towards the mean of all teams: what the teams had to be expected to have before. */
	readonly shrunkenBefore: number | null;
	/** All harsh conduct first; none where contacts are missing. */
	readonly rows: readonly TrainingRow[];
}
export interface TrainingRow {
	/** Null: all harsh conduct together. */
	readonly theme: { readonly id: string; readonly name: Bilingual } | null;
	readonly trained: { readonly before: Rate; readonly after: Rate };
	readonly others: { readonly before: Rate; readonly after: Rate };
	readonly ratio: number;
	readonly low: number;
	readonly high: number;
	readonly isTooFew: boolean;
	/** Under which the counts of the trained are listed. */
	readonly links: { readonly before: FilterPatch; readonly after: FilterPatch };
}
/** The themes of the month's complaints in the categories of somebody outside. */
export interface CrosswalkList {
	readonly id: string;
	readonly name: Bilingual;
	readonly note: Bilingual | null;
	readonly themes: readonly {
		readonly id: string;
		readonly name: Bilingual;
		readonly category: string;
		readonly rule: string | null;
		readonly isSourced: boolean;
		readonly complaints: number;
	}[];
	/** Each complaint once in a category; empty for a list that has nearly as many categories as themes. */
	readonly totals: readonly {
		readonly category: string;
		readonly themes: readonly string[];
		readonly complaints: number;
	}[];
	/** Complaints with none of the themes. */
	readonly none: number;
}
