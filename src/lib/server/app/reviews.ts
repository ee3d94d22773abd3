import type { Actor, Scope } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Period } from '#core/domain/period.ts';
import { reviewDecisions, type ReviewDecision } from '#core/domain/review.ts';
import { polarities, type Polarity } from '#core/domain/tag.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { getFeedback } from '../storage/feedback-list.ts';
import { insertReview, listJudged, type Judged } from '../storage/reviews.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const longestComment = 500;

export interface ReviewInput {
	readonly feedbackId: number;
	readonly theme: string;
	readonly decision: string;
	/** What it should be; with the decision `polarity` only. */
	readonly polarity: string | null;
	readonly comment: string;
}

/**
 * Stores what a person decided about a tag, beside the tag. Throws `not-found` for feedback the actor cannot see, `bad-input`
 * for a decision that does not fit: a missing theme that is there, or a judged one that is not.
 */
export const reviewTag = verb(
	'review',
	async (deps: Deps, actor: Actor, input: ReviewInput): Promise<number> => {
		const { feedbackId, theme } = input;
		const feedback = await getFeedback(deps.store, actor.scope, feedbackId);
		if (!feedback) throw new EarshotError('not-found', `There is no feedback ${feedbackId} here.`);
		const tag = feedback.tags.find((one) => one.theme === theme);
		const { decision, polarity } = decided(input, tag?.polarity ?? null);
		if (decision === 'missing' && !deps.packs.themes.some(({ id }) => id === theme))
			throw new EarshotError('bad-input', 'There is no such theme: choose one of the list.');
		const comment = input.comment.trim();
		if (comment.length > longestComment)
			throw new EarshotError('bad-input', `A comment has at most ${longestComment} characters.`);
		return insertReview(deps.store, {
			feedbackId,
			theme,
			decision,
			polarity,
			comment: comment === '' ? null : maskText(comment).text,
			packVersion: feedback.packVersion,
			reviewerId: actor.id,
			reviewerName: actor.name,
			createdAt: deps.now().toISOString()
		});
	},
	({ feedbackId, theme, decision }) => ({
		action: 'review',
		kind: 'tag',
		id: String(feedbackId),
		details: { theme, decision }
	})
);

function decided(
	{ decision: asked, polarity: wanted }: ReviewInput,
	found: Polarity | null
): { readonly decision: ReviewDecision; readonly polarity: Polarity | null } {
	const decision = reviewDecisions.find((one) => one === asked);
	if (!decision) throw new EarshotError('bad-input', 'Choose a decision first.');
	if ((decision === 'missing') !== (found === null))
		throw new EarshotError(
			'bad-input',
			found === null
				? 'The theme is not among the tags: only “missing” can be said of it.'
				: 'The theme is among the tags: judge it there.'
		);
	if (decision !== 'polarity') return { decision, polarity: null };
	const polarity = polarities.find((one) => one === wanted);
	if (!polarity || polarity === found)
		throw new EarshotError('bad-input', 'Choose how it should have been read, other than it was.');
	return { decision, polarity };
}

export interface ThemeReviews {
	readonly theme: string;
	/** By decision: newest of each reviewer about each feedback. */
	readonly counts: Readonly<Record<ReviewDecision, number>>;
}
export interface ReviewCounts {
	readonly themes: readonly ThemeReviews[];
	/** Different feedback that were judged. */
	readonly feedback: number;
	readonly reviewers: number;
	/**
	 * Items that two people judged, by the decision of the one and of the other, in the order of `reviewDecisions`: what
	 * κ is measured on. Of more than two the first two by id.
	 */
	readonly agreement: readonly (readonly number[])[];
}

/** What was reviewed, of feedback received in a period (null: ever) and within the actor's scope. */
export const reviewCounts = verb(
	'read',
	async ({ store }: Deps, actor: Actor, { period }: { readonly period: Period | null }) => {
		const { teams } = await readOrganisation(store);
		const judged = (await listJudged(store)).filter(
			(one) => isIn(one, period) && isSeen(one, actor.scope, teams)
		);
		return countReviews(judged);
	}
);

function isIn({ receivedOn }: Judged, period: Period | null): boolean {
	return period === null || (receivedOn !== null && receivedOn >= period.from && receivedOn < period.to);
}

function isSeen(
	{ agencyId, teamId }: Judged,
	scope: Scope | null,
	teams: readonly { readonly id: string; readonly agencyId: string }[]
): boolean {
	if (scope === null) return true;
	const ofTeam = teams.find(({ id }) => id === teamId)?.agencyId ?? null;
	const agency = agencyId ?? ofTeam;
	return (
		(teamId !== null && scope.teamIds.includes(teamId)) ||
		(agency !== null && scope.agencyIds.includes(agency))
	);
}

function countReviews(judged: readonly Judged[]): ReviewCounts {
	const themes = new Map<string, Record<ReviewDecision, number>>();
	const items = new Map<string, Judged[]>();
	for (const one of judged) {
		const counts = themes.get(one.theme) ?? { confirm: 0, wrong: 0, polarity: 0, missing: 0 };
		counts[one.decision] += 1;
		themes.set(one.theme, counts);
		const key = `${one.feedbackId} ${one.theme}`;
		items.set(key, [...(items.get(key) ?? []), one]);
	}
	const agreement = reviewDecisions.map(() => reviewDecisions.map(() => 0));
	for (const both of items.values()) {
		const [first, second] = both.toSorted((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1));
		if (!first || !second) continue;
		const row = agreement[reviewDecisions.indexOf(first.decision)];
		const column = reviewDecisions.indexOf(second.decision);
		if (row) row[column] = (row[column] ?? 0) + 1;
	}
	return {
		themes: [...themes]
			.map(([theme, counts]) => ({ theme, counts }))
			.sort((a, b) => (a.theme < b.theme ? -1 : 1)),
		feedback: new Set(judged.map(({ feedbackId }) => feedbackId)).size,
		reviewers: new Set(judged.map(({ reviewerId }) => reviewerId)).size,
		agreement
	};
}
