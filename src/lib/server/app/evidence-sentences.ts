import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { listFeedback, type ListedFeedback, type ListedTag } from '../storage/feedback-list.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';

export interface Sentence {
	readonly feedback: ListedFeedback;
	/** Of its tags those that the sentence stands for. */
	readonly tags: readonly ListedTag[];
	/** Feedback under the filter with nearly the same text, this one too; null where there is no other. */
	readonly copies: { readonly count: number; readonly filter: Filter } | null;
}

const shown = 8;
/** Newest feedback looked through: a campaign may fill it with copies of one text. */
const looked = 120;

/** The newest sentences of tags that are said to have happened, each text once however often it was sent. */
export async function newestSentences(
	deps: Pick<Deps, 'store'>,
	actor: Actor,
	source: Source,
	{ filter, isMeant }: { readonly filter: Filter; readonly isMeant: (tag: ListedTag) => boolean }
): Promise<readonly Sentence[]> {
	const newest = await listFeedback(deps.store, actor.scope, filter, {
		sort: 'newest',
		after: null,
		limit: looked
	});
	const told = newest
		.map((feedback) => ({
			feedback,
			tags: feedback.tags.filter(
				(tag) => tag.isCounted && tag.polarity === 'asserted' && tag.spans.length > 0 && isMeant(tag)
			)
		}))
		.filter(({ tags }) => tags.length > 0);
	const byText = Map.groupBy(told, ({ feedback }) => String(feedback.templateId ?? `own-${feedback.id}`));
	const first = [...byText.values()].slice(0, shown).flatMap((copies) => copies.slice(0, 1));
	const templates = first.flatMap(({ feedback }) =>
		feedback.templateId === null ? [] : [String(feedback.templateId)]
	);
	const counts =
		templates.length === 0
			? []
			: await countByDimension(source, narrow(filter, { template: templates }), 'template');
	return first.map((sentence) => {
		const template = String(sentence.feedback.templateId);
		const count = counts.find(({ value }) => value === template)?.count ?? 1;
		return {
			...sentence,
			copies: count > 1 ? { count, filter: narrow(filter, { template: [template] }) } : null
		};
	});
}
