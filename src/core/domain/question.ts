import { EarshotError } from './errors.ts';
import {
	dimensions,
	exposureDimensions,
	withoutExposure,
	type Dimension,
	type ExposureDimension,
	type Filter
} from './filter.ts';
import { narrow } from './narrow-filter.ts';
import { periodOf, type Grain } from './period.ts';
import { taxonomies, type Taxonomy } from './vocabulary.ts';

/**
 * What an answer can be split by. `severity`: of the feedback. `theme`: the themes chosen in the filter, or every theme;
 * a taxonomy: all its themes that the feedback has, whichever the filter asks for. By themes and by taxonomy a feedback
 * counts once in each that it has, so rows add up to more than the total.
 */
export type Axis = Exclude<Dimension, 'worst'> | 'severity' | TagAxis;
type TagAxis = 'theme' | 'taxonomy' | Taxonomy;
const tagAxes: readonly TagAxis[] = ['theme', 'taxonomy', ...taxonomies];
export const axes: readonly Axis[] = [
	...dimensions.filter((dimension) => dimension !== 'worst'),
	'severity',
	...tagAxes
];

export type Split = { readonly by: Axis } | { readonly grain: Grain };

/** No split: a total. One: a breakdown or a trend. Two: a two-way table, or a trend of several lines. */
export interface Question {
	readonly filter: Filter;
	readonly splits: readonly Split[];
	/** Per axis only this many values, those with most feedback; the time is never cut. */
	readonly top?: number;
}

/** Why an answer has no contacts: `no-match` where exposure does not know a split or a field of the filter. */
export type MissingExposure = 'no-match' | null;

export interface Answer {
	readonly rows: readonly AnswerRow[];
	readonly missing: MissingExposure;
}

export interface CountRow {
	/** In the order of the splits; null: not stated, or by time undated. */
	readonly keys: readonly (string | null)[];
	readonly feedback: number;
}

export interface AnswerRow extends CountRow {
	/** Different borrowers among those with a borrower reference. */
	readonly borrowers: number;
	/** Different texts: copies of one template, as in a campaign, are one. */
	readonly texts: number;
	/** Feedback with a rating, and the sum of their ratings. */
	readonly rated: number;
	readonly ratingSum: number;
	/** Feedback of severity 1, 2, 3 and 4. */
	readonly severities: readonly [number, number, number, number];
	/** What collectors did under the same filter and keys; null: see `missing` of the answer. */
	readonly exposure: ExposureOfRow | null;
}

export interface ExposureOfRow {
	readonly contacts: number;
	readonly connected: number;
	/** Accounts in collection on an average day with exposure. */
	readonly accounts: number;
}

/** Throws `bad-input` for a question that has no answer. */
export function checkQuestion({ splits, top }: Question): void {
	if (splits.length > 2) throw new EarshotError('bad-input', 'A question can be split twice at most.');
	if (splits.filter((split) => 'by' in split && split.by === 'taxonomy').length > 1)
		throw new EarshotError('bad-input', 'A question can be split by theme group only once.');
	if (top !== undefined && !(Number.isInteger(top) && top > 0))
		throw new EarshotError('bad-input', 'How many values a split shows must be a whole number above 0.');
}

/** Exposure is split by these; by what a feedback says it is not, so all rows share it. */
export function splitsExposure(split: Split): boolean {
	return 'grain' in split || isExposureAxis(split.by);
}

export function isExposureAxis(axis: Axis): axis is ExposureDimension {
	return exposureDimensions.some((dimension) => dimension === axis);
}

/** A split by which there is no denominator. */
export function hidesExposure(split: Split): boolean {
	return 'by' in split && withoutExposure.some((field) => field === split.by);
}

/** The filter that lists exactly the feedback that a row counts. */
export function filterOfRow({ filter, splits }: Question, keys: CountRow['keys']): Filter {
	return splits.reduce((narrowed, split, at) => narrowBy(narrowed, split, keys[at] ?? null), filter);
}

function narrowBy(filter: Filter, split: Split, key: string | null): Filter {
	if ('grain' in split) return narrow(filter, { period: key === null ? 'undated' : periodOf(key) });
	const { by } = split;
	const value = [key ?? 'none'];
	if (by === 'taxonomy') return { ...filter, taxonomy: value };
	if (isOfTags(by)) return narrow(filter, { allThemes: value });
	return narrow(filter, { [by === 'severity' ? 'worst' : by]: value });
}

/** A split of which a feedback has any number of values. */
export function isOfTags(axis: Axis): axis is TagAxis {
	return tagAxes.some((one) => one === axis);
}
