import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import { ratingsOf } from '../ratings.ts';

export interface FeedbackCount {
	readonly feedback: number;
	/** Feedback with a rating, and the mean of their ratings; null when there is none. */
	readonly rated: number;
	readonly meanRating: number | null;
}

/** How much feedback fits the filter. */
export async function countFeedback(source: Source, filter: Filter): Promise<FeedbackCount> {
	const row = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [fn.countAll<number>().as('feedback'), ...ratingsOf(source)])
		.where(whereFeedback(source, filter))
		.executeTakeFirstOrThrow();
	const rated = Number(row.rated ?? 0);
	return {
		feedback: Number(row.feedback),
		rated,
		meanRating: rated === 0 ? null : Number(row.ratingSum) / rated
	};
}
