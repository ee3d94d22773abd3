import type { Filter } from './filter.ts';
import type { Bilingual } from './vocabulary.ts';

/** The part of a filter a KPI's numerator adds to the view's own: the same part makes the link to the feedback. */
export type FilterPatch = Partial<Filter>;

/**
 * One number with one definition, used by page, report, export and API alike. The numerator is always a count of
 * feedback (or of borrowers among them) that a filter can list.
 */
export interface Kpi {
	readonly id: string;
	readonly name: Bilingual;
	readonly meaning: Bilingual;
	/** What is counted, as a filter on top of the view's. */
	readonly numerator: {
		readonly count: 'feedback' | 'borrowers' | 'mean-rating';
		readonly where: FilterPatch;
	};
	readonly denominator:
		| null
		| { readonly of: 'exposure'; readonly field: 'connected' | 'mean-accounts'; readonly per: number }
		| { readonly of: 'feedback'; readonly where: FilterPatch; readonly per: number };
	readonly unit: Bilingual;
	/** Which way is better; `none`: a count says nothing by itself. */
	readonly better: 'lower' | 'higher' | 'none';
	readonly interval: 'garwood' | 'wilson' | null;
	/** Below this many in the numerator's expected count or the denominator the KPI prints “too few to say”. */
	readonly tooFew: { readonly numerator: number; readonly denominator: number };
	readonly source: string;
}

/** A KPI's value in one period. All numbers are as counted; nothing is rounded here. */
export interface KpiValue {
	readonly kpiId: string;
	readonly numerator: number;
	/** Null where the KPI has none, or where the data for it is missing. */
	readonly denominator: number | null;
	/** per × numerator / denominator; the numerator where there is no denominator; null when it cannot be given. */
	readonly value: number | null;
	/** 95 % interval of `value`. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly missing: 'no-exposure' | 'no-match' | 'no-feedback' | null;
	readonly isTooFew: boolean;
}

/** Says of a change whether chance alone would make one as large. */
export interface KpiChange {
	readonly before: KpiValue;
	/** Relative change of `value`; null where one of them is missing or the earlier is 0. */
	readonly relative: number | null;
	/** Two-sided p-value of “no change”; null for KPIs without interval. */
	readonly pValue: number | null;
	readonly verdict: 'improving' | 'worsening' | 'stable' | 'too-few' | 'unjudged';
}
