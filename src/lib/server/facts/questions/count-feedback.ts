import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

export interface FeedbackCount {
	readonly feedback: number;
	/** Different texts: copies of one template, as in a campaign, are one. */
	readonly texts: number;
	/** Different borrowers among those with a borrower reference. */
	readonly borrowers: number;
	/** Feedback with a rating, and the mean of their ratings; null when there is none. */
	readonly rated: number;
	readonly meanRating: number | null;
}

/** How much feedback fits the filter. */
export async function countFeedback(source: Source, filter: Filter): Promise<FeedbackCount> {
	const row = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [
			fn.countAll<number>().as('feedback'),
			fn.count<number>('feedback.templateId').distinct().as('texts'),
			fn.count<number>('feedback.borrowerId').distinct().as('borrowers'),
			fn.count<number>('feedback.rating').as('rated'),
			fn.avg<number | null>('feedback.rating').as('meanRating')
		])
		.where(whereFeedback(source, filter))
		.executeTakeFirstOrThrow();
	return {
		feedback: Number(row.feedback),
		texts: Number(row.texts),
		borrowers: Number(row.borrowers),
		rated: Number(row.rated),
		meanRating: row.meanRating === null ? null : Number(row.meanRating)
	};
}
