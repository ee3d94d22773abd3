import { beforeAll, describe, expect, it } from 'vitest';
import { findTargets } from '#server/app/find-targets.ts';
import { administrator, aFilter, aManager, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

async function found(words: string, actor = administrator) {
	const targets = await findTargets(deps, actor, { words });
	return targets.filter(({ kind }) => kind !== 'channel').map(({ kind, id }) => `${kind} ${id}`);
}

describe('the palette', () => {
	it('finds themes, agencies, teams and agents by a name in either language or by an id', async () => {
		expect(await found('workplace')).toContain('theme workplace_contact');
		expect(await found('工作单位')).toContain('theme workplace_contact');
		expect(await found('自营')).toEqual(['agency own']);
		expect(await found('agent a-3')).toEqual(['agent a-3']);
		expect(await found('north-2')).toEqual(['team north-2']);
		expect(await found('nobody of this name')).toEqual([]);
	});

	it('finds a feedback by its number alone, and none that is not there', async () => {
		const [first] = (await listOf(deps, aFilter())).rows;
		const id = first?.id ?? 0;
		expect(await found(`#${id}`)).toContain(`feedback ${id}`);
		expect(await found(String(id))).toContain(`feedback ${id}`);
		expect(await found('999999999')).toEqual([]);
	});

	it('gives a manager what lies in the scope, themes of all', async () => {
		const own = aManager({ teamIds: ['own-1'] });
		expect(await found('agent a-', own)).toEqual(['agent a-5', 'agent a-6', 'agent a-8']);
		expect(await found('agency', own)).not.toContain('agency north');
		expect(await found('workplace', own)).toContain('theme workplace_contact');
		const { rows: north } = await listOf(deps, aFilter({ agency: ['north'] }));
		expect(await found(String(north[0]?.id), own)).toEqual([]);
	});
});
