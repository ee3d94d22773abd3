import { hash } from 'node:crypto';
import type { FeedbackDraft } from '#core/domain/feedback.ts';

/**
 * SHA-256 (hex) over every field of a draft; the order in which fields were set does not matter. `callId` and `eventAt` are
 * left out where they are null: feedback stored before drafts had them keeps its hash.
 */
export function contentHash({ callId, eventAt, ...draft }: FeedbackDraft): string {
	const details = sortedEntries(draft.details);
	const later = { ...(callId === null ? {} : { callId }), ...(eventAt === null ? {} : { eventAt }) };
	return hash('sha256', JSON.stringify(sortedEntries({ ...draft, ...later, details })), 'hex');
}

function sortedEntries(object: object): readonly (readonly [string, unknown])[] {
	return Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
