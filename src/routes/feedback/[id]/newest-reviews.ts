import type { Review } from '#core/domain/review.ts';

/** What each reviewer thinks of a theme now: his newest decision, in the order of time. */
export function newestReviews(reviews: readonly Review[], theme: string): readonly Review[] {
	const about = reviews.filter((review) => review.theme === theme);
	return about.filter(
		(review) => !about.some((other) => other.reviewerId === review.reviewerId && other.id > review.id)
	);
}
