import { createHash } from 'node:crypto';
import type { FeedbackDraft } from '#core/domain/feedback.ts';

/** SHA-256 (hex) over every field of a draft; the order in which fields were set does not matter. */
export function contentHash(draft: FeedbackDraft): string {
	const details = sortedEntries(draft.details);
	return createHash('sha256')
		.update(JSON.stringify(sortedEntries({ ...draft, details })))
		.digest('hex');
}

function sortedEntries(object: object): readonly (readonly [string, unknown])[] {
	return Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
