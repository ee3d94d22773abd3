import { hash } from 'node:crypto';
import type { FeedbackDraft } from '#core/domain/feedback.ts';

type Field = keyof FeedbackDraft;
/** In the order of their names. */
const fields = [
	'agencyId',
	'agentId',
	'attribution',
	'borrowerRef',
	'callId',
	'channel',
	'details',
	'eventAt',
	'eventOn',
	'externalId',
	'kind',
	'product',
	'rating',
	'receivedOn',
	'region',
	'source',
	'stage',
	'teamId',
	'text'
] as const satisfies readonly Field[];
const _everyField: Record<Field, unknown> = {} as Record<(typeof fields)[number], unknown>;

/** Left out where they are null: feedback stored before drafts had them keeps its hash. */
const later: ReadonlySet<Field> = new Set(['callId', 'eventAt']);

/** SHA-256 (hex) over every field of a draft; the order in which fields were set does not matter. */
export function contentHash(draft: FeedbackDraft): string {
	const entries = [];
	for (const field of fields) {
		const value = field === 'details' ? sortedEntries(draft.details) : draft[field];
		if (value !== null || !later.has(field)) entries.push([field, value]);
	}
	return hash('sha256', JSON.stringify(entries), 'hex');
}

function sortedEntries(object: FeedbackDraft['details']): readonly (readonly [string, string])[] {
	return Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
