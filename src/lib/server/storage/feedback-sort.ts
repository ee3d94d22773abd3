import { sql, type Expression, type ExpressionBuilder, type ReferenceExpression, type SqlBool } from 'kysely';
import type { Schema } from './schema.ts';

/** `relevant`: the texts that have most of the filter's words first; without words as `newest`. */
export const feedbackSorts = ['newest', 'oldest', 'severe', 'urgent', 'relevant'] as const;
export type FeedbackSort = (typeof feedbackSorts)[number];

/** Place of a row in a sorted list: the next page starts after it. */
export interface Cursor {
	/** What the list is sorted by before the day: severity, urgency or score; '' where nothing is. */
	readonly key: string | number;
	/** '' where the feedback is undated: those come last. */
	readonly receivedOn: string;
	readonly id: number;
}
type Builder = ExpressionBuilder<Schema, 'feedback'>;

/** What decides an order before day and id do. */
export interface FirstKey {
	readonly column: Expression<string | number>;
	readonly direction: 'asc' | 'desc';
}

/** Null: the day decides. */
export function firstKeyOf(sort: FeedbackSort, isScored: boolean): FirstKey | null {
	if (sort === 'severe') return { column: sql.ref('feedback.severity'), direction: 'desc' };
	if (sort === 'urgent') return { column: sql.ref('feedback.urgency'), direction: 'asc' };
	return sort === 'relevant' && isScored ? { column: sql.ref('found.score'), direction: 'asc' } : null;
}

/** Dated rows after the cursor, where nothing but the day decides; written so that the index on the day is used. */
export function isAfterDay(
	eb: Builder,
	{ receivedOn, id }: Cursor,
	direction: 'asc' | 'desc'
): Expression<SqlBool> {
	const isAsc = direction === 'asc';
	return eb.and([
		eb('feedback.receivedOn', isAsc ? '>=' : '<=', receivedOn),
		eb.or([
			eb('feedback.receivedOn', isAsc ? '>' : '<', receivedOn),
			eb('feedback.id', isAsc ? '>' : '<', id)
		])
	]);
}

/** Rows after the cursor by key, then newest first with undated last. */
export function isAfterKey(
	eb: Builder,
	{ column, direction }: FirstKey,
	cursor: Cursor
): Expression<SqlBool> {
	const { key, receivedOn, id } = cursor;
	const below = eb('feedback.id', '<', id);
	const byDay = receivedOn
		? eb.or([
				eb('feedback.receivedOn', '<', receivedOn),
				eb('feedback.receivedOn', 'is', null),
				eb.and([eb('feedback.receivedOn', '=', receivedOn), below])
			])
		: eb.and([eb('feedback.receivedOn', 'is', null), below]);
	const reference = column as ReferenceExpression<Schema, 'feedback'>;
	return eb.or([
		eb(reference, direction === 'asc' ? '>' : '<', key),
		eb.and([eb(reference, '=', key), byDay])
	]);
}
