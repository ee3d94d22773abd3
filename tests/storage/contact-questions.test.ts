import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import {
	contactsByAccount,
	contactsByMinute,
	contactsOfBorrowers,
	countLinked,
	hasContacts,
	tagsWithFigures
} from '#server/storage/contact-questions.ts';
import { writeContacts, type PlacedContact } from '#server/storage/contact-write.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { linkFeedback } from '#server/storage/link-feedback.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { aContext, aFeedback } from './a-feedback.ts';
import { stores } from './stores.ts';

const contact = (
	nth: number,
	borrower: string | null,
	patch: Partial<PlacedContact> = {}
): PlacedContact => ({
	identity: `call:${nth}`,
	callId: `${nth}`,
	at: `2026-10-01T0${nth % 10}:15:00.000Z`,
	day: '2026-10-01',
	minute: 60 * (nth % 10) + 15,
	borrower,
	agencyId: 'north',
	teamId: 'north-1',
	agentId: null,
	channel: 'phone',
	stage: null,
	product: null,
	outcome: 'no_answer',
	duration: null,
	line: nth + 1,
	hasStatedTeam: true,
	...patch
});

describe.each(Object.keys(stores))('questions of the contact log in %s', (name) => {
	let store: Store;
	const month: Filter = { ...emptyFilter, origin: 'imported', period: periodOf('2026-10') };
	const plain = { byRegion: false, byInstant: false };
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		const team = (id: string, agencyId: string) => ({
			id,
			agencyId,
			name: id,
			nameZh: null,
			region: 'hubei'
		});
		await inWrite(store, (trx) =>
			writeOrganisation(
				trx,
				{
					agencies: ['north', 'south'].map((id) => ({ id, name: id, nameZh: null, inHouse: false })),
					teams: [team('north-1', 'north'), team('south-1', 'south')],
					agents: [],
					memberships: []
				},
				'imported'
			)
		);
		const importId = await startImport(store, {
			importer: 'contact-log',
			fileName: 'x',
			fileHash: '',
			actorId: 'local',
			origin: 'imported',
			startedAt: '2026-11-01T00:00:00.000Z'
		});
		await inWrite(store, async (trx) => {
			const feedback = {
				...aFeedback(),
				externalId: 'f-1',
				borrower: 'x',
				region: 'texas',
				receivedOn: '2026-10-02',
				channel: 'phone' as const
			};
			await writeFeedback(
				trx,
				[{ ...feedback, attribution: 'none', agencyId: null, teamId: null, agentId: null }],
				aContext({ importId })
			);
			await writeContacts(
				trx,
				[
					contact(1, 'x'),
					contact(2, 'x', { outcome: 'connected' }),
					contact(3, 'y', { agencyId: 'south', teamId: 'south-1', channel: 'sms', outcome: 'delivered' }),
					contact(4, null),
					contact(5, 'x', { day: '2026-09-30', at: '2026-09-30T05:15:00.000Z' })
				],
				importId
			);
			const ids = await trx.selectFrom('feedback').select('id').execute();
			await linkFeedback(
				trx,
				ids.map(({ id }) => id),
				7
			);
		});
	});
	afterAll(() => store.close());

	it('attempts by minute, by region and instant where asked', async () => {
		const minutes = async (detail = plain, filter = month) =>
			(await contactsByMinute(store, null, filter, detail))
				.map(({ region, instant, minute, contacts }) => [region, instant, minute, contacts])
				.sort((one, other) => Number(one[2]) - Number(other[2]));
		expect(await minutes()).toEqual([75, 135, 195, 255].map((minute) => [null, null, minute, 1]));
		const placed = await minutes({ byRegion: true, byInstant: true });
		expect(placed[0]).toEqual(['texas', '2026-10-01T01:15', 75, 1]);
		expect(placed[2]).toEqual(['hubei', '2026-10-01T03:15', 195, 1]);
		expect(await minutes(plain, { ...month, channel: ['sms'] })).toHaveLength(1);
		expect(await minutes(plain, { ...month, stage: ['none'] })).toHaveLength(4);
		expect(await minutes(plain, { ...month, origin: 'all', period: null })).toHaveLength(5);
	});

	it('attempts by account and day, of the kinds that rules count', async () => {
		const rows = await contactsByAccount(store, null, month, plain);
		expect(rows.map(({ all, calls, unanswered }) => [all, calls, unanswered]).sort()).toEqual([
			[1, 0, 0],
			[2, 2, 1]
		]);
	});

	it('within the asker’s scope only', async () => {
		const scope = { agencyIds: ['south'], teamIds: [] };
		expect(await contactsByMinute(store, scope, month, plain)).toHaveLength(1);
		expect(await contactsByMinute(store, { agencyIds: [], teamIds: [] }, month, plain)).toEqual([]);
		const { id } = await store.db
			.selectFrom('borrower')
			.select('id')
			.where('pseudonym', '=', 'x')
			.executeTakeFirstOrThrow();
		const days = { from: '2026-09-30', to: '2026-10-01' };
		expect(await contactsOfBorrowers(store, null, [id], days)).toHaveLength(3);
		expect(await contactsOfBorrowers(store, scope, [id], days)).toEqual([]);
		expect(await contactsOfBorrowers(store, null, [], days)).toEqual([]);
	});

	it('what of the feedback is linked, and which origin the log has', async () => {
		expect(await countLinked(store, null, month)).toBe(1);
		expect(await countLinked(store, null, { ...month, channel: ['sms'] })).toBe(0);
		expect(await hasContacts(store, 'imported')).toBe(true);
		expect(await hasContacts(store, 'simulated')).toBe(false);
		expect(await tagsWithFigures(store, null, month, ['excessive_contact'])).toEqual([]);
	});
});
