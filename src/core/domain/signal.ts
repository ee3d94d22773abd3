import type { Filter } from './filter.ts';
import type { Period } from './period.ts';
import type { Urgency } from './vocabulary.ts';

/**
 * `trend`: a rate above its limits, or the end of a run · `outlier`: a unit with more than its work explains · `early`:
 * a week above what its season leads one to expect · `term`: words that are new · `critical`: a single grave case.
 */
export const signalKinds = ['critical', 'trend', 'outlier', 'early', 'term'] as const;
export type SignalKind = (typeof signalKinds)[number];

export const signalStates = ['new', 'acknowledged', 'closed'] as const;
export type SignalState = (typeof signalStates)[number];

/** Why a signal is closed: a true problem with action taken, another record or process, chance, told elsewhere, other. */
export const closeReasons = ['acted', 'recording', 'chance', 'duplicate', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];

export const signalEventKinds = ['found', 'updated', 'acknowledged', 'closed'] as const;
export type SignalEventKind = (typeof signalEventKinds)[number];

export const signalUnits = ['whole', 'agency', 'team', 'agent', 'channel'] as const;
export type SignalUnit = (typeof signalUnits)[number];

/** What a comparison left out so that it compares like with like. */
interface Compared {
	/** Sources younger than the comparison: a new way in is not more harm. */
	readonly leftOut: readonly string[];
	readonly observed: number;
	readonly expected: number;
}

export interface TrendFigures extends Compared {
	readonly kind: 'trend';
	readonly rules: readonly ('outside' | 'shift' | 'trend' | 'two-of-three')[];
	/** Latest month, YYYY-MM, with its rate and upper limit per contact. */
	readonly month: string;
	readonly rate: number;
	readonly limit: number;
	/** Rate of the baseline, per contact. */
	readonly center: number;
	readonly sigmaZ: number;
	readonly baseline: Period;
}
export interface OutlierFigures extends Compared {
	readonly kind: 'outlier';
	/** All feedback that the link lists; `observed` are those in a channel, stage and product that can be compared. */
	readonly count: number;
	readonly contacts: number;
	readonly limit: number;
	readonly pValue: number;
	readonly adjusted: number;
	readonly phi: number;
	readonly isSpreadApplied: boolean;
	readonly compared: number;
}
export interface EarlyFigures extends Compared {
	readonly kind: 'early';
	/** ISO week, 2026-W41. */
	readonly week: string;
	readonly threshold: number;
	/** `ears`: less than two years of data. */
	readonly method: 'farrington' | 'ears';
}
export interface TermFigures {
	readonly kind: 'term';
	readonly leftOut: readonly string[];
	readonly terms: readonly {
		readonly term: string;
		/** Records (copies of one template are one) with the term, in the month and before. */
		readonly now: number;
		readonly before: number;
		readonly z: number;
	}[];
	readonly records: { readonly now: number; readonly before: number };
	/** All feedback that the link lists, copies too. */
	readonly observed: number;
	readonly expected: number;
	readonly before: Period;
}
export interface CriticalFigures {
	readonly kind: 'critical';
	readonly feedbackId: number;
	readonly urgency: Urgency;
	readonly themes: readonly string[];
	/** Feedback with nearly the same text, this one too. */
	readonly observed: number;
	readonly expected: null;
}
export type SignalFigures = TrendFigures | OutlierFigures | EarlyFigures | TermFigures | CriticalFigures;

/** What a scan found, before anybody looked at it. Words are made of it at display. */
export interface FoundSignal {
	readonly kind: SignalKind;
	/** The same for the same cause in every scan: kind, theme and unit, or the case. */
	readonly causeKey: string;
	readonly unit: SignalUnit;
	/** '' for the whole. */
	readonly unitId: string;
	readonly theme: string | null;
	/** Where it belongs, for who may see it; null: the whole organisation's. */
	readonly agencyId: string | null;
	readonly teamId: string | null;
	readonly period: Period;
	/** Exactly the feedback that was counted. */
	readonly evidence: Partial<Filter>;
	readonly figures: SignalFigures;
}

/** What one kind looked at in a scan, and how many false alarms chance alone would make of it. */
export interface Looked {
	readonly comparisons: number;
	readonly falseAlarms: number;
	readonly found: number;
}
