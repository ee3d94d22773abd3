import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Source } from './question-schema.ts';

/**
 * Columns of the facts are never null: DuckDB reads one with nulls several times slower. In them these stand for “not
 * stated”, where the store has null.
 */
export const noText = '';
/** Of ids, which start at 1. */
export const noNumber = 0;
/** Ratings are 1 to 5. */
export const noRating = -1;
/** Day of what has no date, in days since 1970: in 1869, yet near enough for a dense table. */
export const undatedDay = -36_525;

const numbers: Readonly<Record<string, number>> = {
	'feedback.rating': noRating,
	'feedback.importId': noNumber,
	'feedback.templateId': noNumber,
	'feedback.borrowerId': noNumber
};

/** What a column of the facts holds where nothing is stated. */
export function noneOf(column: string): string | number {
	return numbers[column] ?? noText;
}

export function isStated({ engine }: Source, column: string): RawBuilder<SqlBool> {
	const name = sql.ref(column);
	return engine === 'facts' ? sql`${name} <> ${sql.lit(noneOf(column))}` : sql`${name} is not null`;
}

export function isNotStated({ engine }: Source, column: string): RawBuilder<SqlBool> {
	const name = sql.ref(column);
	return engine === 'facts' ? sql`${name} = ${sql.lit(noneOf(column))}` : sql`${name} is null`;
}
