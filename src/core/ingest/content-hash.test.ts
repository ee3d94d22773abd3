import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import { contentHash } from './content-hash.ts';

const draft: FeedbackDraft = {
	kind: 'complaint',
	externalId: 'C-1',
	receivedOn: '2026-03-05',
	eventOn: null,
	channel: 'phone',
	source: 'hotline',
	product: 'cash-loan',
	stage: 'M1',
	region: null,
	rating: null,
	text: 'They called my mother.',
	borrowerRef: null,
	agencyId: 'north',
	teamId: null,
	agentId: null,
	attribution: 'none',
	callId: null,
	eventAt: null,
	details: { issue: 'a', timely: 'Yes' }
};

test('the order in which fields were set does not matter', () => {
	const reversed = Object.fromEntries(Object.entries(draft).reverse()) as unknown as FeedbackDraft;
	const hash = contentHash(draft);
	expect(hash).toMatch(/^[0-9a-f]{64}$/);
	expect(contentHash({ ...reversed, details: { timely: 'Yes', issue: 'a' } })).toBe(hash);
});

test('a change of any field changes the hash', () => {
	const others = Object.keys(draft).map((field) => {
		const value = field === 'details' ? { ...draft.details, issue: 'b' } : 'another';
		return contentHash({ ...draft, [field]: value });
	});
	expect(new Set([contentHash(draft), ...others]).size).toBe(1 + Object.keys(draft).length);
});

test('nothing is not the word for it', () => {
	expect(contentHash({ ...draft, region: 'null' })).not.toBe(contentHash(draft));
	expect(contentHash({ ...draft, region: '' })).not.toBe(contentHash(draft));
});

test('a draft without call and time keeps the hash it had before drafts had them', () => {
	const { callId: _callId, eventAt: _eventAt, details, ...before } = draft;
	const sorted = (object: object) => Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
	const hash = createHash('sha256')
		.update(JSON.stringify(sorted({ ...before, details: sorted(details) })))
		.digest('hex');
	expect(contentHash(draft)).toBe(hash);
	expect(contentHash({ ...draft, callId: 'K1' })).not.toBe(hash);
	expect(contentHash({ ...draft, eventAt: '2026-03-05T10:00:00.000Z' })).not.toBe(hash);
});
