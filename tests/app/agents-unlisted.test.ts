import { beforeAll, expect, it } from 'vitest';
import { periodOf } from '#core/domain/period.ts';
import { agents } from '#server/app/agents.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

const ask = (patch: Parameters<typeof aFilter>[0]) => agents(deps, administrator, { filter: aFilter(patch) });

it('agents in a team but without feedback and contacts are counted, not listed', async () => {
	const early = await ask({ period: periodOf('2025-01..2025-02') });
	expect(early.standings).toEqual([]);
	expect(early.unlisted).toBe(7);
	expect((await ask({})).unlisted).toBe(0);
});

it('only those of the chosen team, and of the shown origin, are counted', async () => {
	const period = periodOf('2025-01..2025-02');
	expect((await ask({ period, team: ['north-1'] })).unlisted).toBe(3);
	expect((await ask({ period, agency: ['south'] })).unlisted).toBe(0);
	expect((await ask({ period, origin: 'simulated' })).unlisted).toBe(0);
});
