import type { Review, ReviewDecision } from '#core/domain/review.ts';
import type { Store } from './connect.ts';

export async function insertReview(
	{ db }: Pick<Store, 'db'>,
	review: Omit<Review, 'id'> & { readonly packVersion: string }
): Promise<number> {
	const row = await db.insertInto('review').values(review).returning('id').executeTakeFirstOrThrow();
	return row.id;
}

/** All decisions about a feedback, also those a reviewer has thought better of, in the order of time. */
export async function listReviews({ db }: Pick<Store, 'db'>, feedbackId: number): Promise<readonly Review[]> {
	return db
		.selectFrom('review')
		.select([
			'id',
			'feedbackId',
			'theme',
			'decision',
			'polarity',
			'comment',
			'reviewerId',
			'reviewerName',
			'createdAt'
		])
		.where('feedbackId', '=', feedbackId)
		.orderBy('id')
		.execute();
}

export interface Judged {
	readonly feedbackId: number;
	readonly theme: string;
	readonly reviewerId: string;
	readonly decision: ReviewDecision;
	/** The feedback's, for the scope and the period. */
	readonly receivedOn: string | null;
	readonly agencyId: string | null;
	readonly teamId: string | null;
}

/** The newest decision of each reviewer about each feedback and theme. */
export async function listJudged({ db }: Pick<Store, 'db'>): Promise<readonly Judged[]> {
	const newest = db
		.selectFrom('review')
		.select(({ fn }) => fn.max('id').as('id'))
		.groupBy(['feedbackId', 'theme', 'reviewerId']);
	return db
		.selectFrom('review')
		.innerJoin('feedback', 'feedback.id', 'review.feedbackId')
		.select([
			'review.feedbackId',
			'review.theme',
			'review.reviewerId',
			'review.decision',
			'feedback.receivedOn',
			'feedback.agencyId',
			'feedback.teamId'
		])
		.where('review.id', 'in', newest)
		.orderBy('review.id')
		.execute();
}

export interface JudgedTag {
	readonly feedbackId: number;
	readonly theme: string;
	readonly decision: ReviewDecision;
	readonly reviewerId: string;
	readonly reviewerName: string;
}

/** All decisions about the tags of some feedback, in the order of time. */
export async function listJudgedTags(
	{ db }: Pick<Store, 'db'>,
	feedbackIds: readonly number[]
): Promise<readonly JudgedTag[]> {
	const found: JudgedTag[] = [];
	const most = 500;
	for (let at = 0; at < feedbackIds.length; at += most)
		found.push(
			...(await db
				.selectFrom('review')
				.select(['feedbackId', 'theme', 'decision', 'reviewerId', 'reviewerName'])
				.where('feedbackId', 'in', feedbackIds.slice(at, at + most))
				.orderBy('id')
				.execute())
		);
	return found;
}
