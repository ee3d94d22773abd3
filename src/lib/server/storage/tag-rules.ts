import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Span } from '#core/domain/tag.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

export interface RuleHits {
	/** Counted tags of the theme that were looked at: the newest. */
	readonly looked: number;
	readonly rules: readonly {
		readonly ruleId: string;
		/** Feedback in which the rule made, or helped to make, the tag. */
		readonly feedback: number;
		/** The newest of them. */
		readonly newestId: number;
	}[];
}

/** Which rules found a theme in the newest feedback under a filter, those with most feedback first. */
export async function ruleHits(
	store: Store,
	scope: Scope | null,
	{ filter, theme, limit }: { readonly filter: Filter; readonly theme: string; readonly limit: number }
): Promise<RuleHits> {
	const tags = await store.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(['feedback.id', 'tag.spans'])
		.where(whereFeedback(storeAsSource(store, scope), filter))
		.where('tag.theme', '=', theme)
		.where('tag.isCounted', '=', 1)
		.orderBy('feedback.receivedOn', 'desc')
		.orderBy('feedback.id', 'desc')
		.limit(limit)
		.execute();
	const found = new Map<string, { feedback: number; newestId: number }>();
	for (const { id, spans } of tags)
		for (const ruleId of new Set((JSON.parse(spans) as Span[]).map((span) => span.ruleId))) {
			const known = found.get(ruleId) ?? { feedback: 0, newestId: id };
			found.set(ruleId, { ...known, feedback: known.feedback + 1 });
		}
	const rules = [...found].map(([ruleId, hits]) => ({ ruleId, ...hits }));
	return {
		looked: tags.length,
		rules: rules.sort((one, other) => other.feedback - one.feedback || (one.ruleId < other.ruleId ? -1 : 1))
	};
}
