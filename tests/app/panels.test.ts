import { beforeAll, describe, expect, it } from 'vitest';
import { openPanels } from '#server/app/panels.ts';
import { overview } from '#server/app/overview.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

describe('a panel of the overview that fails', () => {
	it('is named with an id that the log has too, and the other panels stay', async () => {
		const asked = { filter: aFilter(), grain: null };
		const whole = (await overview(deps, administrator, asked)).answer;
		expect(whole?.failed).toEqual({});
		expect(whole?.urgent.length).toBeGreaterThan(0);

		// Only the list of urgent cases reads tags from the store: all counting is done on the facts.
		await deps.store.db.schema.alterTable('tag').renameTo('tag_away').execute();
		const torn = (await overview(deps, administrator, asked)).answer;
		await deps.store.db.schema.alterTable('tag_away').renameTo('tag').execute();

		expect(Object.keys(torn?.failed ?? {})).toEqual(['urgent']);
		expect(torn).toEqual({ ...whole, urgent: [], failed: torn?.failed });
		expect(deps.logged()).toContain(torn?.failed.urgent);
	});
});

describe('openPanels', () => {
	it('waits for none before the others, and keeps what each answered', async () => {
		const logged: object[] = [];
		const { panel, failed } = openPanels<'one' | 'two'>({
			error: ((entry: object) => logged.push(entry)) as never
		});
		const answers = await Promise.all([
			panel('one', Promise.resolve([1]), []),
			panel('two', Promise.reject(new Error('no such table')), [] as number[])
		]);
		expect(answers).toEqual([[1], []]);
		expect(failed).toEqual({ two: expect.stringMatching(/^[\da-f]{8}$/) });
		expect(logged).toMatchObject([{ id: failed.two, panel: 'two', message: 'no such table' }]);
	});
});
