import { sql } from 'kysely';
import { noRating } from '../storage/not-stated.ts';
import type { Source } from '../storage/question-schema.ts';

/** Feedback with a rating, and the sum of their ratings; null where there is no feedback. */
export function ratingsOf({ engine }: Source) {
	const rating = sql.ref('feedback.rating');
	if (engine === 'store')
		return [
			sql<number>`count(${rating})`.as('rated'),
			sql<number | null>`sum(${rating})`.as('ratingSum')
		] as const;
	const rated = sql`sum(${sql.ref('feedback.rated')})`;
	return [
		sql<number | null>`${rated}`.as('rated'),
		sql<number | null>`sum(${rating}) - (count(*) - ${rated}) * ${sql.lit(noRating)}`.as('ratingSum')
	] as const;
}
