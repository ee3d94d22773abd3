import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { writeContacts, type PlacedContact } from '#server/storage/contact-write.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { linkContactsOf } from '#server/storage/link-contacts.ts';
import { linkFeedback } from '#server/storage/link-feedback.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { aContext, aFeedback } from './a-feedback.ts';
import { stores } from './stores.ts';

const window = 7;
const agents = ['a', 'b'];

const aContact = fc.record({
	day: fc.integer({ min: 1, max: 9 }),
	hour: fc.integer({ min: 0, max: 23 }),
	borrower: fc.constantFrom('x', 'y', null),
	agent: fc.constantFrom('a', 'b', null),
	call: fc.constantFrom('1', '2', '3', null)
});
const aSaying = fc.record({
	day: fc.integer({ min: 1, max: 28 }),
	hour: fc.constantFrom(5, 15, null),
	borrower: fc.constantFrom('x', 'y', null),
	agent: fc.constantFrom('a', null, null),
	call: fc.constantFrom('1', '2', null, null)
});
const two = (value: number) => String(value).padStart(2, '0');

describe.each(Object.keys(stores))('linking in %s', (name) => {
	let store: Store;
	let importId: number;
	const anImport = () =>
		startImport(store, {
			importer: 'contact-log',
			fileName: 'x',
			fileHash: '',
			actorId: 'local',
			origin: 'imported',
			startedAt: '2026-11-01T00:00:00.000Z'
		});
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		const organisation = {
			agencies: [{ id: 'own', name: 'Own', nameZh: null, inHouse: true }],
			teams: [{ id: 'own-1', agencyId: 'own', name: 'Own 1', nameZh: null, region: null }],
			agents: agents.map((id) => ({ id, name: id, nameZh: null })),
			memberships: []
		};
		await inWrite(store, (trx) => writeOrganisation(trx, organisation, 'imported'));
		importId = await anImport();
	});
	afterAll(() => store.close());

	const store1 = async (
		source: string,
		batch:
			| { readonly contacts: readonly PlacedContact[] }
			| { readonly feedback: readonly ReturnType<typeof aFeedback>[] }
	) =>
		'feedback' in batch
			? inWrite(store, (trx) =>
					writeFeedback(trx, batch.feedback, aContext({ sourceSystem: source, importId }))
				)
			: importLog(batch.contacts);

	const importLog = async (contacts: readonly PlacedContact[]) => {
		const ofLog = await anImport();
		await inWrite(store, (trx) => writeContacts(trx, contacts, ofLog));
		const days = contacts.map(({ day }) => day).sort();
		await linkContactsOf(store, { importId: ofLog, days, window });
	};

	const seen = async (source: string) => {
		const rows = await store.db
			.selectFrom('feedback')
			.select(['id', 'externalId', 'attribution', 'agencyId', 'teamId', 'agentId'])
			.where('sourceSystem', '=', source)
			.orderBy('externalId')
			.execute();
		const links = await store.db
			.selectFrom('feedbackLink')
			.innerJoin('feedback', 'feedback.id', 'feedbackLink.feedbackId')
			.leftJoin('contact', (join) =>
				join.onRef('contact.id', '=', 'feedbackLink.targetId').on('feedbackLink.kind', '=', 'contact')
			)
			.select(['feedbackId', 'feedbackLink.kind', 'targetId', 'reason', 'contact.identity'])
			.where('sourceSystem', '=', source)
			.execute();
		const nameOf = new Map(rows.map(({ id, externalId }) => [id, externalId]));
		return {
			rows: rows.map(({ id: _id, ...row }) => row),
			links: links
				.map(({ feedbackId, kind, targetId, reason, identity }) =>
					[nameOf.get(feedbackId), kind, reason, identity?.replace(source, '') ?? nameOf.get(targetId)].join(
						' '
					)
				)
				.sort()
		};
	};

	it('gives the same whatever comes first, and again when done again', async () => {
		let run = 0;
		const property = fc.asyncProperty(
			fc.uniqueArray(aContact, { maxLength: 6, selector: ({ call }) => call ?? Symbol() }),
			fc.array(aSaying, { maxLength: 5 }),
			fc.infiniteStream(fc.nat()),
			async (contacts, sayings, picks) => {
				run++;
				const results: unknown[] = [];
				for (const order of ['log first', 'mixed']) {
					const source = `${run}${order}`;
					const placed = contacts.map(({ day, hour, borrower, agent, call }, nth): PlacedContact => ({
						identity: `${source}${nth}`,
						at: `2026-10-${two(day)}T${two(hour)}:00:00.000Z`,
						day: `2026-10-${two(day)}`,
						minute: hour * 60,
						borrower: borrower && `${source}${borrower}`,
						callId: call && `${source}${call}`,
						agencyId: 'own',
						teamId: 'own-1',
						agentId: agent,
						channel: 'phone',
						outcome: 'connected',
						line: nth + 2,
						hasStatedTeam: true
					}));
					const feedback = sayings.map(({ day, hour, borrower, agent, call }, nth) =>
						aFeedback({
							externalId: String(nth),
							receivedOn: `2026-10-${two(day)}`,
							eventAt: hour === null ? null : `2026-10-${two(day)}T${two(hour)}:00:00.000Z`,
							borrower: borrower && `${source}${borrower}`,
							callId: call && `${source}${call}`,
							agentId: agent,
							attribution: agent === null ? 'none' : 'named'
						})
					);
					const batches = [
						...placed.map((contact) => ({ contacts: [contact] })),
						...feedback.map((one) => ({ feedback: [one] }))
					];
					if (order === 'mixed') batches.sort(() => (Number(picks.next().value) % 2 === 0 ? 1 : -1));
					for (const batch of batches) await store1(source, batch);
					const found = await seen(source);
					const all = await store.db
						.selectFrom('feedback')
						.select('id')
						.where('sourceSystem', '=', source)
						.execute();
					const ids = all.map(({ id }) => id);
					await inWrite(store, (trx) => linkFeedback(trx, ids, window));
					expect(await seen(source)).toEqual(found);
					results.push(found);
				}
				expect(results[0]).toEqual(results[1]);
			}
		);
		await fc.assert(property, { numRuns: name === 'sqlite' ? 60 : 10 });
	}, 60_000);
});
