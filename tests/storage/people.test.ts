import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#core/domain/person.ts';
import { appendAudit, listAudit, listAuditActors, type AuditFilter } from '#server/storage/audit.ts';
import type { Store } from '#server/storage/connect.ts';
import { findPerson, insertPeople, listPeople, updatePerson } from '#server/storage/people.ts';
import { stores } from './stores.ts';

const ann: Person = {
	id: 'ann',
	name: 'Ann',
	nameZh: '安',
	role: 'manager',
	scope: { agencyIds: ['north'], teamIds: [] },
	email: 'ann@example.com',
	isActive: true
};
const bob: Person = { ...ann, id: 'bob', name: 'Bob', nameZh: null, scope: null, email: null };
const everything: AuditFilter = { actorId: null, action: null, kind: null, objectId: null, between: null };

describe.each(Object.entries(stores))('people on %s', (_engine, open) => {
	let store: Store;
	beforeAll(async () => {
		store = await open();
	});
	afterAll(() => store.close());

	it('come back as they were stored, in the order of adding, and are not overwritten by adding again', async () => {
		await insertPeople(store, [bob], '2026-07-01T00:00:00.000Z');
		await insertPeople(store, [ann, { ...bob, name: 'Other' }], '2026-07-02T00:00:00.000Z');
		expect(await listPeople(store)).toEqual([bob, ann]);
		await updatePerson(store, { ...ann, scope: null, isActive: false });
		expect(await findPerson(store, 'ann')).toEqual({ ...ann, scope: null, isActive: false });
		expect(await findPerson(store, 'bob')).toEqual(bob);
		expect(await findPerson(store, 'nobody')).toBeUndefined();
	});

	it('leave what they did, newest first, page by page, by actor, action, object and time', async () => {
		for (const [at, actor, action, id] of [
			['2026-07-01T10:00:00.000Z', ann, 'view', 'a-1'],
			['2026-07-02T10:00:00.000Z', bob, 'view', 'a-1'],
			['2026-07-03T10:00:00.000Z', { ...ann, name: 'Ann B' }, 'export', '']
		] as const)
			await appendAudit(store, { at, actor, entry: { action, kind: 'agent', id, details: { rows: 3 } } });
		const all = await listAudit(store, everything, { before: null, limit: 2 });
		expect(all.map(({ actorName, action, details }) => [actorName, action, details])).toEqual([
			['Ann B', 'export', { rows: 3 }],
			['Bob', 'view', { rows: 3 }]
		]);
		const next = await listAudit(store, everything, { before: all[1]?.seq ?? 0, limit: 2 });
		expect(next.map(({ actorName }) => actorName)).toEqual(['Ann']);
		const found = async (filter: Partial<AuditFilter>) =>
			(await listAudit(store, { ...everything, ...filter }, { before: null, limit: 9 })).map(({ at }) =>
				at.slice(8, 10)
			);
		expect(await found({ actorId: 'ann' })).toEqual(['03', '01']);
		expect(await found({ action: 'view' })).toEqual(['02', '01']);
		expect(await found({ kind: 'agent', objectId: 'a-1' })).toEqual(['02', '01']);
		expect(await found({ kind: 'feedback' })).toEqual([]);
		const day = { from: '2026-07-02T00:00:00.000Z', to: '2026-07-03T00:00:00.000Z' };
		expect(await found({ between: day })).toEqual(['02']);
		expect(await listAuditActors(store)).toEqual([
			{ id: 'ann', name: 'Ann B' },
			{ id: 'bob', name: 'Bob' }
		]);
	});
});
