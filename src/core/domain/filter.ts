import type { Period } from './period.ts';

/**
 * What the user chose to look at. Empty lists and nulls mean "no restriction". In a list the value `none` stands
 * for "not stated". `theme` asks for any of the themes among the counted tags; `taxonomy` and `severity` together for
 * one counted tag that fits both.
 */
export interface Filter {
	/** `undated`: only feedback whose source gives no received date. */
	readonly period: Period | 'undated' | null;
	readonly complaint: 'yes' | 'no' | null;
	readonly origin: 'imported' | 'simulated' | 'all' | null;
	/** Words that must all occur in the masked text; asked of the store only. */
	readonly text: string;
	readonly kind: readonly string[];
	readonly theme: readonly string[];
	readonly taxonomy: readonly string[];
	readonly severity: readonly string[];
	readonly urgency: readonly string[];
	readonly agency: readonly string[];
	readonly team: readonly string[];
	readonly agent: readonly string[];
	readonly channel: readonly string[];
	readonly source: readonly string[];
	readonly product: readonly string[];
	readonly stage: readonly string[];
	readonly region: readonly string[];
	readonly language: readonly string[];
	readonly rating: readonly string[];
	readonly attribution: readonly string[];
	readonly import: readonly string[];
	/** Ids of first feedback: all with nearly the same text. */
	readonly template: readonly string[];
}

export const emptyFilter: Filter = {
	period: null,
	complaint: null,
	origin: null,
	text: '',
	kind: [],
	theme: [],
	taxonomy: [],
	severity: [],
	urgency: [],
	agency: [],
	team: [],
	agent: [],
	channel: [],
	source: [],
	product: [],
	stage: [],
	region: [],
	language: [],
	rating: [],
	attribution: [],
	import: [],
	template: []
};

/** The columns of a feedback by which it can be filtered, counted and listed. */
export const dimensions = [
	'kind',
	'agency',
	'team',
	'agent',
	'channel',
	'source',
	'product',
	'stage',
	'region',
	'language',
	'rating',
	'attribution',
	'urgency',
	'import',
	'template'
] as const;
export type Dimension = (typeof dimensions)[number];

/** Dimensions that exposure has too: only these can restrict or split a rate. */
export const exposureDimensions = ['agency', 'team', 'agent', 'channel', 'stage', 'product'] as const;
export type ExposureDimension = (typeof exposureDimensions)[number];

/** Filter fields under which a rate per contact has no matching denominator. */
export const withoutExposure = [
	'source',
	'region',
	'language',
	'rating',
	'attribution',
	'import',
	'template'
] as const satisfies readonly (keyof Filter)[];
