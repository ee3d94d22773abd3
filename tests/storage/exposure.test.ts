import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import type { Exposure } from '#core/domain/organisation.ts';
import { inWrite, latestChange } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { writeExposure } from '#server/storage/exposure-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { readOrganisation, writeOrganisation } from '#server/storage/organisation.ts';
import { storeAsSource } from '#server/storage/question-schema.ts';
import { exposureByDimension } from '#server/facts/questions/exposure-by-dimension.ts';
import { sumExposure } from '#server/facts/questions/sum-exposure.ts';
import { stores } from './stores.ts';

const organisation = {
	agencies: [{ id: 'own', name: 'Own', nameZh: '自营', inHouse: true }],
	teams: [{ id: 'own-1', agencyId: 'own', name: 'Own 1', nameZh: null, region: null }],
	agents: [{ id: 'a-1', name: 'Ann', nameZh: null }],
	memberships: [{ agentId: 'a-1', teamId: 'own-1', fromOn: '2026-01-01', toOn: null }]
};
function anExposure(patch: Partial<Exposure> = {}) {
	return {
		day: '2026-10-05',
		agencyId: 'own',
		teamId: 'own-1',
		agentId: 'a-1',
		channel: 'phone' as const,
		stage: 'M2' as const,
		product: 'cash-loan',
		contacts: 100,
		connected: 40,
		accounts: 30,
		...patch
	} as Exposure & { agencyId: string };
}
const context = { importId: 1, origin: 'imported' as const, recordedAt: '2026-11-01T00:00:00.000Z' };

describe.each(Object.keys(stores))('exposure and organisation in %s', (name) => {
	let store: Store;
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		await startImport(store, {
			importer: 'exposure',
			fileName: 'x.csv',
			fileHash: '',
			actorId: 'local',
			origin: 'imported',
			startedAt: ''
		});
		await inWrite(store, (trx) => writeOrganisation(trx, organisation, 'imported'));
	});
	afterAll(() => store.close());

	it('reads back the organisation, and renames without doubling', async () => {
		expect(await readOrganisation(store)).toEqual(organisation);
		const renamed = {
			...organisation,
			agencies: [{ id: 'own', name: 'In-house', nameZh: '自营', inHouse: true }]
		};
		await inWrite(store, (trx) => writeOrganisation(trx, renamed, 'imported'));
		expect((await readOrganisation(store)).agencies).toEqual(renamed.agencies);
		expect((await readOrganisation(store)).memberships).toHaveLength(1);
	});

	it('replaces a day instead of adding to it', async () => {
		const sms = anExposure({ channel: 'sms', agentId: null, connected: 10, contacts: 10, accounts: 0 });
		const first = await inWrite(store, (trx) => writeExposure(trx, [anExposure(), sms], context));
		expect(first).toEqual({ stored: 2, updated: 0, unchanged: 0 });
		const before = await latestChange(store);
		const same = await inWrite(store, (trx) => writeExposure(trx, [anExposure(), sms], context));
		expect(same).toEqual({ stored: 0, updated: 0, unchanged: 2 });
		expect(await latestChange(store)).toBe(before);
		const corrected = await inWrite(store, (trx) =>
			writeExposure(trx, [anExposure({ connected: 41 }), sms], context)
		);
		expect(corrected).toEqual({ stored: 0, updated: 1, unchanged: 1 });
		expect(await sumExposure(storeAsSource(store, null), emptyFilter)).toEqual({
			contacts: 110,
			connected: 51,
			meanAccounts: 30,
			days: 1
		});
		expect(await exposureByDimension(storeAsSource(store, null), emptyFilter, 'agent')).toEqual([
			{ value: 'none', contacts: 10, connected: 10 },
			{ value: 'a-1', contacts: 100, connected: 41 }
		]);
		const byTeamOnly = await sumExposure(storeAsSource(store, null), { ...emptyFilter, agent: ['none'] });
		expect(byTeamOnly.connected).toBe(10);
		expect(
			(await sumExposure(storeAsSource(store, { agencyIds: ['other'], teamIds: [] }), emptyFilter)).connected
		).toBe(0);
	});
});
