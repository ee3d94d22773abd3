import { textSketcher } from '#core/text/sketch.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { Tag } from '#core/domain/tag.ts';
import type { WriteContext } from '#server/storage/feedback-write.ts';

let serial = 0;

export function aFeedback(patch: Partial<MaskedFeedback> = {}): MaskedFeedback {
	serial++;
	const externalId = patch.externalId === undefined ? `f-${serial}` : patch.externalId;
	return {
		kind: 'complaint',
		externalId,
		receivedOn: '2026-10-05',
		eventOn: null,
		channel: 'phone',
		source: 'hotline',
		product: 'cash-loan',
		stage: 'M2',
		region: 'hubei',
		rating: null,
		text: `They called again (${serial}).`,
		agencyId: null,
		teamId: null,
		agentId: null,
		attribution: 'none',
		callId: null,
		eventAt: null,
		details: {},
		language: 'en',
		borrower: null,
		sourceHash: `source-${serial}`,
		contentHash: `hash-${serial}`,
		tags: [],
		standing: { isComplaint: true, severity: 0, urgency: 'U4' },
		...patch
	};
}

export function aTag(themeId: string, patch: Partial<Tag> = {}): Tag {
	return {
		themeId,
		taxonomy: 'conduct',
		severity: 3,
		polarity: 'asserted',
		spans: [{ start: 0, end: 4, ruleId: `conduct/${themeId}/en/1`, polarity: 'asserted' }],
		...patch
	};
}

export function aContext(patch: Partial<WriteContext> = {}): WriteContext {
	return {
		sourceSystem: 'complaints',
		importId: 1,
		origin: 'imported',
		recordedAt: '2026-11-01T00:00:00.000Z',
		packVersion: 'p1',
		sketcher: textSketcher,
		linkWindow: 7,
		...patch
	};
}
