import { textSketcher } from '#core/text/sketch.ts';
import type { Scope } from '#core/domain/actor.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { Filter } from '#core/domain/filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { writeExposure } from '#server/storage/exposure-write.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';

/** Uses every field, lists with “not stated” where there is such a thing. */
export const sampleFilter: Filter = {
	period: periodOf('2026-10'),
	complaint: 'yes',
	origin: 'imported',
	text: 'called mother',
	kind: ['complaint', 'transcript'],
	theme: ['abusive_language', 'third_party_contact'],
	allThemes: ['third_party_contact'],
	taxonomy: ['conduct'],
	severity: ['3', '4'],
	polarity: ['asserted'],
	status: ['machine', 'confirmed'],
	worst: ['3', '4'],
	urgency: ['U1', 'U2'],
	agency: ['north', 'south'],
	team: ['north-1', 'none'],
	agent: ['a-1', 'none'],
	channel: ['phone', 'none'],
	source: ['hotline', 'web_form'],
	product: ['cash-loan', 'none'],
	stage: ['M2', 'none'],
	region: ['hubei', 'none'],
	language: ['en', 'mixed'],
	rating: ['1', 'none'],
	attribution: ['named', 'team'],
	import: ['1', '2'],
	template: ['1'],
	not: { channel: ['sms'], theme: ['legal_threat'] }
};
export const sampleScope: Scope = { agencyIds: ['north'], teamIds: ['south-1'] };

const place = { agencyId: 'north', teamId: 'north-1', agentId: 'a-1' } as const;
const work = { channel: 'phone', stage: 'M2', product: 'cash-loan' } as const;

/** Fits the filter, so that lists go on to read its tags. */
const feedback: MaskedFeedback = {
	...place,
	...work,
	kind: 'complaint',
	externalId: 'f-1',
	receivedOn: '2026-10-05',
	eventOn: null,
	source: 'hotline',
	region: 'hubei',
	rating: null,
	text: 'They called my mother.',
	attribution: 'named',
	callId: null,
	eventAt: null,
	details: {},
	language: 'en',
	borrower: 'b-1',
	sourceHash: 'source-1',
	contentHash: 'content-1',
	tags: [
		{
			themeId: 'third_party_contact',
			taxonomy: 'conduct',
			severity: 3,
			polarity: 'asserted',
			spans: [{ start: 5, end: 21, ruleId: 'conduct/third_party_contact/en/1', polarity: 'asserted' }]
		}
	],
	standing: { isComplaint: true, severity: 3, urgency: 'U2' }
};

export async function writeSampleRows(store: Store): Promise<void> {
	const origin = 'imported';
	const importId = await startImport(store, {
		importer: 'complaints',
		fileName: 'sample.csv',
		fileHash: '',
		actorId: 'local',
		origin,
		startedAt: '2026-11-01T00:00:00.000Z'
	});
	await inWrite(store, async (trx) => {
		await writeOrganisation(
			trx,
			{
				agencies: [{ id: 'north', name: 'North', nameZh: null, inHouse: false }],
				teams: [{ id: 'north-1', agencyId: 'north', name: 'North 1', nameZh: null, region: null }],
				agents: [{ id: 'a-1', name: 'Ann', nameZh: null }],
				memberships: [{ agentId: 'a-1', teamId: 'north-1', fromOn: '2026-01-01', toOn: null }]
			},
			origin
		);
		const recordedAt = '2026-11-01T00:00:00.000Z';
		await writeFeedback(trx, [feedback], {
			sourceSystem: 'complaints',
			importId,
			origin,
			recordedAt,
			packVersion: 'sample',
			sketcher: textSketcher,
			linkWindow: 7
		});
		const counts = { contacts: 100, connected: 40, accounts: 30 };
		await writeExposure(trx, [{ day: '2026-10-05', ...place, ...work, ...counts }], {
			importId,
			origin,
			recordedAt
		});
	});
}
