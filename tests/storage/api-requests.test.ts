import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findApiKey, insertApiKey } from '#server/storage/api-keys.ts';
import { answerRequest, claimRequest, findRequest, forgetRequests } from '#server/storage/api-requests.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { stores } from './stores.ts';

describe.each(Object.keys(stores))('requests of the API in %s', (name) => {
	let store: Store;
	let apiKeyId: number;
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		const texts = { name: 'CRM', hash: '00', permissions: '[]', agencyIds: '[]', createdBy: 'local' };
		await insertApiKey(store, { ...texts, prefix: 'abcdefgh', createdAt: '2026-11-01T00:00:00.000Z' });
		apiKeyId = (await findApiKey(store, 'abcdefgh'))?.id as number;
	});
	afterAll(() => store.close());

	it('are done once by whoever writes them down first, and forgotten after their time', async () => {
		const request = { apiKeyId, idempotencyKey: 'one' };
		const claim = () =>
			inWrite(store, async (trx) => {
				const receivedAt = '2026-11-02T00:00:00.000Z';
				const isOurs = await claimRequest(trx, { ...request, requestHash: 'h', receivedAt });
				if (isOurs) await answerRequest(trx, request, { importId: null, status: 201, answer: '{}' });
				return isOurs;
			});
		expect((await Promise.all([claim(), claim()])).sort()).toEqual([false, true]);
		expect(await findRequest(store, request)).toMatchObject({ requestHash: 'h', status: 201, answer: '{}' });
		await forgetRequests(store, apiKeyId, '2026-11-02T00:00:00.000Z');
		expect(await findRequest(store, request)).toBeDefined();
		await forgetRequests(store, apiKeyId, '2026-11-02T00:00:00.001Z');
		expect(await findRequest(store, request)).toBeUndefined();
	});

	it('of a transaction that fails leave no trace, so that they can be repeated', async () => {
		const request = { apiKeyId, idempotencyKey: 'two' };
		const failing = inWrite(store, async (trx) => {
			await claimRequest(trx, { ...request, requestHash: 'h', receivedAt: '2026-11-02T00:00:00.000Z' });
			throw new Error('disk full');
		});
		await expect(failing).rejects.toThrow('disk full');
		expect(await findRequest(store, request)).toBeUndefined();
	});
});
