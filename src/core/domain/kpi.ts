import type { Dimension, Filter } from './filter.ts';
import type { MissingCode } from './missing-data.ts';
import type { Bilingual, Severity } from './vocabulary.ts';

/** The part of a filter a KPI's numerator adds to the view's own: the same part makes the link to the feedback. */
export type FilterPatch = Partial<Filter>;

/** One number with one definition, used by page, report, export and API alike. */
export interface Kpi {
	readonly id: string;
	readonly name: Bilingual;
	readonly meaning: Bilingual;
	readonly numerator: Numerator;
	readonly denominator: Denominator | null;
	readonly unit: Bilingual;
	/** Which way is better; `none`: a count says nothing by itself. */
	readonly better: 'lower' | 'higher' | 'none';
	/** `garwood` over no denominator is that of the count itself; the last two come with the counts. */
	readonly interval: 'garwood' | 'wilson' | 'bootstrap' | 'delta' | null;
	/** Below this many in the numerator's expected count or the denominator the KPI prints “too few to say”. */
	readonly tooFew: { readonly numerator: number; readonly denominator: number };
	readonly source: string;
	/** What a view must say beside a period before there is anything to count. */
	readonly asks?: 'theme' | 'unit';
}

/** What is counted, in words and as data; `where` is a filter on top of the view's. */
export type Numerator = { readonly what: Bilingual; readonly where: FilterPatch } & (
	| { readonly count: 'feedback' | 'borrowers' | 'mean-rating' | 'linked' | 'observed' }
	/** Borrowers with several complaints in so many days that end with the period. */
	| { readonly count: 'repeat-borrowers'; readonly days: number }
	| { readonly count: 'severity-weight'; readonly weights: Readonly<Record<Severity, number>> }
	| { readonly count: 'filled-fields'; readonly fields: readonly RequiredField[] }
	/** Out of the contact log. */
	| { readonly count: 'barred-contacts' | 'accounts-over-cap' | 'confirmed-claims' }
	/** Out of the committed labels. */
	| { readonly count: 'tagger-hits' }
	/** What signed months said, beside what they say now. */
	| { readonly count: 'restated' }
	/** Rates before and after the newest training, of the trained teams beside the others. */
	| { readonly count: 'training-effect' }
	/** Nothing in the product holds it yet. */
	| { readonly count: 'unavailable'; readonly lacks: MissingCode }
);

export type RequiredField =
	Extract<Dimension, 'channel' | 'product' | 'stage' | 'region' | 'team'> | 'borrower';

export type Denominator = { readonly what: Bilingual; readonly per: number } & (
	| { readonly of: 'exposure'; readonly field: 'connected' | 'mean-accounts' }
	/** `without`: fields of the view's filter that the denominator does not know. */
	| {
			readonly of: 'feedback' | 'borrowers';
			readonly where: FilterPatch;
			readonly without?: readonly (keyof Filter)[];
	  }
	/** Counted together with the numerator, in the same data. */
	| { readonly of: 'numerator' }
);

/** A KPI's value in one period. All numbers are as counted; nothing is rounded here. */
export interface KpiValue {
	readonly kpiId: string;
	/** 0 where {@link numeratorOf} says that nothing could be counted. */
	readonly numerator: number;
	/** Null where the KPI has none, or where the data for it is missing. */
	readonly denominator: number | null;
	/** per × numerator / denominator; the numerator where there is no denominator; null when it cannot be given. */
	readonly value: number | null;
	/** 95 % interval of `value`. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly missing: MissingCode | null;
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

/**
 * What the link of a KPI lists: `numerator`: exactly the feedback that is counted · `basis`: the feedback that the number
 * was made from · `none`: the number is not made from feedback.
 */
export type KpiList = 'numerator' | 'basis' | 'none';

const listOf: Readonly<Record<Numerator['count'], KpiList>> = {
	feedback: 'numerator',
	borrowers: 'basis',
	'mean-rating': 'basis',
	linked: 'basis',
	observed: 'basis',
	'repeat-borrowers': 'basis',
	'severity-weight': 'basis',
	'filled-fields': 'basis',
	'barred-contacts': 'none',
	'accounts-over-cap': 'none',
	'confirmed-claims': 'basis',
	'tagger-hits': 'none',
	restated: 'none',
	'training-effect': 'none',
	unavailable: 'none'
};

export function listBehind({ numerator }: Pick<Kpi, 'numerator'>): KpiList {
	return listOf[numerator.count];
}
