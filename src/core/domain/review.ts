import type { Polarity } from './tag.ts';

/**
 * `confirm`: the tag is right · `wrong`: it should not be there · `polarity`: the theme is right, how it was read is not ·
 * `missing`: the theme should be there and is not.
 */
export const reviewDecisions = ['confirm', 'wrong', 'polarity', 'missing'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** A person's decision about a tag, beside it: the tag stays as the rules made it. */
export interface Review {
	readonly id: number;
	readonly feedbackId: number;
	readonly theme: string;
	readonly decision: ReviewDecision;
	/** What it should have been, where the decision is `polarity`. */
	readonly polarity: Polarity | null;
	/** Masked. */
	readonly comment: string | null;
	readonly reviewerId: string;
	readonly reviewerName: string;
	/** Instant, UTC. */
	readonly createdAt: string;
}
