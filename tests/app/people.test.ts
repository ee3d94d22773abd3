import { beforeAll, describe, expect, it } from 'vitest';
import { localAdministrator } from '#core/domain/actor.ts';
import {
	addPerson,
	changePerson,
	choosablePeople,
	choosePerson,
	identifyPerson,
	people,
	type PersonInput
} from '#server/app/people.ts';
import { everyAudit } from './every-audit.ts';
import { administrator, listOf, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

const wanted: PersonInput = {
	name: ' Ann Lee ',
	nameZh: '李安',
	email: '',
	role: 'manager',
	agencyIds: [],
	teamIds: []
};

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

describe('people', () => {
	it('are there from the start: an administrator, compliance, a manager and a reporter', async () => {
		const { people: all } = await people(deps, administrator, undefined);
		expect(all.map(({ role }) => role).sort()).toEqual([
			'administrator',
			'compliance',
			'manager',
			'reporter'
		]);
		const { current } = await choosablePeople(deps, administrator, undefined);
		expect(current).toBe(localAdministrator.id);
	});

	it('stay as they are when the data folder is opened again', async () => {
		const again = await openTestDeps({ dataDir: deps.dataDir });
		expect(await people(again, administrator, undefined)).toEqual(
			await people(deps, administrator, undefined)
		);
		await again.close();
	});

	it('act with their role and scope once they are chosen', async () => {
		const { id } = await addPerson(deps, administrator, { ...wanted, agencyIds: ['north', 'north'] });
		expect(id).toBe('ann-lee');
		const actor = await identifyPerson(deps, administrator, id);
		expect(actor).toEqual({
			id,
			name: 'Ann Lee',
			role: 'manager',
			scope: { agencyIds: ['north'], teamIds: [] }
		});
		const { total } = await listOf(deps, aFilter(), actor);
		expect(total).toBe((await listOf(deps, aFilter({ agency: ['north'] }))).total);
		expect(total).toBeGreaterThan(0);
	});

	it('of the same name get an id of their own, also names without Latin letters', async () => {
		const again = await addPerson(deps, administrator, wanted);
		expect(again.id).toBe('ann-lee-2');
		expect((await addPerson(deps, administrator, { ...wanted, name: '陈静' })).id).toBe('陈静');
		expect((await addPerson(deps, administrator, { ...wanted, name: 'Local' })).id).not.toBe('local');
	});

	it('that are not active cannot be chosen, and who had chosen them is the administrator again', async () => {
		const { id } = await addPerson(deps, administrator, { ...wanted, name: 'Gone Soon' });
		expect(await identifyPerson(deps, administrator, id)).toMatchObject({ id, role: 'manager' });
		await changePerson(deps, administrator, { ...wanted, name: 'Gone', id, isActive: false });
		await expect(choosePerson(deps, administrator, id)).rejects.toMatchObject({ code: 'not-found' });
		expect(await identifyPerson(deps, administrator, id)).toMatchObject({ id: localAdministrator.id });
		const { people: choosable } = await choosablePeople(deps, administrator, undefined);
		expect(choosable.map((person) => person.id)).not.toContain(id);
		const { people: all } = await people(deps, administrator, undefined);
		expect(all.find((person) => person.id === id)).toMatchObject({ name: 'Gone', isActive: false });
	});

	it('always include one active administrator of the whole organisation', async () => {
		const first = {
			...wanted,
			name: 'Local administrator',
			role: 'administrator',
			id: 'local',
			isActive: true
		};
		for (const worse of [{ isActive: false }, { role: 'reporter' }, { agencyIds: ['north'] }])
			await expect(changePerson(deps, administrator, { ...first, ...worse })).rejects.toMatchObject({
				code: 'bad-input'
			});
		await changePerson(deps, administrator, { ...first, name: 'Renamed' });
		expect(await identifyPerson(deps, administrator, null)).toMatchObject({ id: 'local', name: 'Renamed' });
	});

	it.each([
		['a name without letters', { name: ' 12 ' }],
		['an unknown role', { role: 'king' }],
		['an unknown agency', { agencyIds: ['nowhere'] }],
		['an unknown team', { teamIds: ['nowhere'] }],
		['something that is no address', { email: 'ann at home' }]
	])('are refused with %s, and nothing is stored', async (_what, patch) => {
		const before = await people(deps, administrator, undefined);
		await expect(addPerson(deps, administrator, { ...wanted, ...patch })).rejects.toMatchObject({
			code: 'bad-input'
		});
		expect(await people(deps, administrator, undefined)).toEqual(before);
	});

	it('are managed by administrators alone', async () => {
		for (const id of ['lin-yue', 'marta-silva', 'chen-wei']) {
			const actor = await choosePerson(deps, administrator, id);
			for (const attempt of [
				people(deps, actor, undefined),
				addPerson(deps, actor, wanted),
				changePerson(deps, actor, { ...wanted, id, role: 'administrator', isActive: true })
			])
				await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
		}
	});

	it('are written down with who added and changed them; what was refused is not', async () => {
		const rows = (await everyAudit(deps)).filter(({ kind }) => kind === 'person');
		expect(rows.map(({ action, id, actorId }) => [action, id, actorId])).toEqual(
			expect.arrayContaining([
				['add', 'ann-lee', 'local'],
				['change', 'gone-soon', 'local']
			])
		);
		expect(rows.every(({ actorId }) => actorId === 'local')).toBe(true);
		expect(rows.find(({ id }) => id === 'ann-lee')?.details).toMatchObject({
			role: 'manager',
			agencies: ['north']
		});
	});
});
