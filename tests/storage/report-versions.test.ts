import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#server/storage/connect.ts';
import {
	changeDelivery,
	insertSchedule,
	intend,
	listDeliveries,
	listSchedules,
	openDeliveries
} from '#server/storage/deliveries.ts';
import {
	insertVersion,
	listAllVersions,
	listComments,
	listEvents,
	listVersions,
	moveVersion,
	putComment
} from '#server/storage/report-versions.ts';
import { listSnapshots, putSnapshot, readSnapshot, sha256 } from '#server/storage/snapshots.ts';
import { stores } from './stores.ts';

const at = '2026-07-01T00:00:00.000Z';
const ann = { at, actorId: 'ann', actorName: 'Ann', note: '' };
const key = { month: '2026-06', origin: 'imported', scope: 'all' } as const;

describe.each(Object.entries(stores))('report versions, %s', (_name, open) => {
	let store: Store;
	beforeAll(async () => {
		store = await open();
	});
	afterAll(() => store.close());

	const add = (version: number) =>
		store.db
			.transaction()
			.execute((trx) =>
				insertVersion(trx, { ...key, version, reason: '', lockedAt: at }, { ...ann, step: 'lock' })
			);

	it('a version is moved by one person only, and each move is kept', async () => {
		const id = await add(1);
		await expect(add(1)).rejects.toThrow();
		const seen = { id, state: 'locked' } as const;
		const move = () =>
			store.db
				.transaction()
				.execute((trx) =>
					moveVersion(trx, seen, 'computed', { event: { ...ann, step: 'compute' }, set: { complaints: 7 } })
				);
		expect([await move(), await move()]).toEqual([true, false]);
		expect(
			(await listEvents(store, id)).map(({ step, fromState, toState }) => [step, fromState, toState])
		).toEqual([
			['lock', 'collecting', 'locked'],
			['compute', 'locked', 'computed']
		]);
		await add(2);
		expect(
			(await listVersions(store, key)).map(({ version, state, complaints }) => [version, state, complaints])
		).toEqual([
			[2, 'locked', null],
			[1, 'computed', 7]
		]);
		expect(await listAllVersions(store, { ...key, scope: 'team:t' })).toEqual([]);
	});

	it('a comment is replaced by the next one on the same figure', async () => {
		const [version] = await listVersions(store, key);
		const versionId = version?.id ?? 0;
		const comment = { versionId, kpi: 'K03', authorId: 'ann', authorName: 'Ann', writtenAt: at };
		await putComment(store, { ...comment, text: 'First' });
		await putComment(store, { ...comment, text: 'Second' });
		expect((await listComments(store, versionId)).map(({ text }) => text)).toEqual(['Second']);
	});

	it('a snapshot comes back byte for byte, and one that was changed is refused', async () => {
		const [version] = await listVersions(store, key);
		const id = version?.id ?? 0;
		const content = `\ufeffid,text\n1,“催收员” 👍\n${'x'.repeat(200_000)}`;
		await store.db.transaction().execute(async (trx) => {
			await putSnapshot(trx, id, 'annex', 'old');
			await putSnapshot(trx, id, 'annex', content);
		});
		expect(await readSnapshot(store, id, 'annex')).toBe(content);
		expect(await readSnapshot(store, id, 'facts')).toBeUndefined();
		expect(await listSnapshots(store, id)).toEqual([
			{ part: 'annex', sha256: sha256(content), size: Buffer.byteLength(content) }
		]);
		await store.db.updateTable('snapshot').set({ sha256: 'other' }).where('versionId', '=', id).execute();
		await expect(readSnapshot(store, id, 'annex')).rejects.toThrow(/not what was frozen/);
	});

	it('what is due is written down once, and sent by one process', async () => {
		const id = await insertSchedule(store, {
			...{ name: 'Board', cron: '0 8 5 * *', scope: 'all', copy: 'internal', language: 'en', formats: '[]' },
			...{ recipients: '["a@b.example"]', policy: 'link', sendsDrafts: 0, isActive: 1, checkedAt: at },
			...{ createdBy: 'ann', createdAt: at }
		});
		const intent = {
			...{ scheduleId: id, dueAt: at, month: '2026-06', recipient: 'a@b.example', messageId: '<1@b>' },
			...{ state: 'waiting' as const, attempts: 0, mayBeTwice: 0, nextTryAt: at, content: '' }
		} as const;
		const later = '2026-07-02T00:00:00.000Z';
		for (let time = 0; time < 2; time++) await intend(store, { id }, { checkedAt: later, intents: [intent] });
		expect((await listSchedules(store)).map(({ checkedAt }) => checkedAt)).toEqual([later]);
		const open = await openDeliveries(store, later);
		expect(open).toHaveLength(1);
		expect(await openDeliveries(store, '2026-06-30T00:00:00.000Z')).toEqual([]);
		const take = (worker: string) =>
			changeDelivery(store, open[0] as (typeof open)[number], { state: 'sending', worker, attempts: 1 });
		expect([await take('one'), await take('two')]).toEqual([true, false]);
		expect((await listDeliveries(store, 5)).map(({ worker, state }) => [worker, state])).toEqual([
			['one', 'sending']
		]);
	});
});
