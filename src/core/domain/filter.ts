import type { Period } from './period.ts';

/**
 * What the user chose to look at. Empty lists and nulls mean "no restriction". In a list the value `none` stands
 * for "not stated". `theme` asks for any of the themes among the tags that are looked at; `taxonomy` and `severity`
 * together for one tag that fits both. Looked at are the counted tags, or, where `polarity` or `status` is chosen, the
 * tags of that polarity and status, counted or not.
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
	/** Has every one of these themes, of whatever taxonomy. */
	readonly allThemes: readonly string[];
	readonly taxonomy: readonly string[];
	readonly severity: readonly string[];
	readonly polarity: readonly string[];
	readonly status: readonly string[];
	/** Severity of the feedback: the highest of its counted themes; 0 where none has one. */
	readonly worst: readonly string[];
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
	/** Leaves out, per field, what that field alone would list with these values. No list is empty. */
	readonly not: Exclusions;
}

/** Fields that take several values, and can be asked the other way round. */
export const listFields = [
	'kind',
	'taxonomy',
	'theme',
	'severity',
	'polarity',
	'status',
	'worst',
	'urgency',
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
	'import',
	'template'
] as const satisfies readonly (keyof Filter)[];
export type ListField = (typeof listFields)[number];
export type Exclusions = Readonly<Partial<Record<ListField, readonly string[]>>>;

export const emptyFilter: Filter = {
	period: null,
	complaint: null,
	origin: null,
	text: '',
	kind: [],
	theme: [],
	allThemes: [],
	taxonomy: [],
	severity: [],
	polarity: [],
	status: [],
	worst: [],
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
	template: [],
	not: {}
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
	'worst',
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
] as const satisfies readonly ListField[];

/** Does exposure know every field by which the filter chooses whose work is looked at? */
export function hasExposureMatch(filter: Filter): boolean {
	return !withoutExposure.some((field) => filter[field].length > 0 || filter.not[field]);
}

/** The same for everybody: whose work is looked at is not restricted. */
export function ofAllUnits(filter: Filter): Filter {
	const { agency: _agency, team: _team, agent: _agent, ...not } = filter.not;
	return { ...filter, agency: [], team: [], agent: [], not };
}
