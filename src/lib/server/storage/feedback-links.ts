import type { Scope } from '#core/domain/actor.ts';
import { getFeedback, type ListedFeedback } from './feedback-list.ts';
import type { Store } from './connect.ts';

/** The contacts of the log that a feedback is linked to, and other feedback on the same call that the asker may see. */
export async function linksOf(store: Store, scope: Scope | null, feedbackId: number) {
	const contacts = await store.db
		.selectFrom('feedbackLink')
		.innerJoin('contact', 'contact.id', 'feedbackLink.targetId')
		.select(['contact.id', 'reason', 'at', 'channel', 'outcome', 'duration', 'teamId', 'agentId'])
		.where('feedbackLink.kind', '=', 'contact')
		.where('feedbackId', '=', feedbackId)
		.orderBy('at')
		.execute();
	const linked = await store.db
		.selectFrom('feedbackLink')
		.select('targetId')
		.where('kind', '=', 'feedback')
		.where('feedbackId', '=', feedbackId)
		.orderBy('targetId')
		.execute();
	const found = await Promise.all(linked.map(({ targetId }) => getFeedback(store, scope, targetId)));
	const onCall = found.filter((one): one is ListedFeedback => one !== undefined);
	return { contacts, onCall };
}
