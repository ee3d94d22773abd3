import type { Scope } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

/** Contacts of the log that each of these feedback is linked to, as far as the asker may see them; oldest first. */
export async function contactsOfFeedback(store: Store, scope: Scope | null, ids: readonly number[]) {
	if (ids.length === 0) return [];
	return store.db
		.selectFrom('feedbackLink')
		.innerJoin('contact', 'contact.id', 'feedbackLink.targetId')
		.innerJoin('feedback', 'feedback.id', 'feedbackLink.feedbackId')
		.select([
			'feedbackLink.feedbackId',
			'contact.id',
			'feedbackLink.reason',
			'contact.at',
			'contact.channel',
			'contact.duration',
			'contact.agentId'
		])
		.where('feedbackLink.kind', '=', 'contact')
		.where('feedbackLink.feedbackId', 'in', ids)
		.where(whereFeedback(storeAsSource(store, scope), emptyFilter))
		.orderBy('contact.at')
		.execute();
}
