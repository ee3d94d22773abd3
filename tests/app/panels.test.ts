import { beforeAll, describe, expect, it } from 'vitest';
import { agentView } from '#server/app/agents.ts';
import { openPanels } from '#server/app/panels.ts';
import { overview } from '#server/app/overview.ts';
import { reasons } from '#server/app/reasons.ts';
import { themeView } from '#server/app/theme-view.ts';
import { unitView } from '#server/app/unit-view.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

/** Only lists of feedback read tags from the store: all counting is done on the facts. */
async function withoutTags<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
	await deps.store.db.schema.alterTable('tag').renameTo('tag_away').execute();
	try {
		return await ask();
	} finally {
		await deps.store.db.schema.alterTable('tag_away').renameTo('tag').execute();
	}
}

describe('a panel of the overview that fails', () => {
	it('is named with an id that the log has too, and the other panels stay', async () => {
		const asked = { filter: aFilter(), grain: null };
		const whole = (await overview(deps, administrator, asked)).answer;
		expect(whole?.failed).toEqual({});
		expect(whole?.urgent.length).toBeGreaterThan(0);

		const torn = await withoutTags(async () => (await overview(deps, administrator, asked)).answer);

		expect(Object.keys(torn?.failed ?? {})).toEqual(['urgent']);
		expect(torn).toEqual({ ...whole, urgent: [], failed: torn?.failed });
		expect(deps.logged()).toContain(torn?.failed.urgent);
	});
});

/** What the answers of all pages have. */
interface Shown {
	readonly failed: Readonly<Record<string, string>>;
	readonly period: unknown;
	readonly annotations: unknown;
}

describe('a panel that fails on another page', () => {
	const filter = aFilter();
	type Page = () => Promise<{ readonly answer: Shown | null }>;
	const pages: Record<'team' | 'agent' | 'theme' | 'reasons', Page> = {
		team: () => unitView(deps, administrator, { kind: 'team', id: 'north-1', filter }),
		agent: () => agentView(deps, administrator, { id: 'a-2', filter }),
		theme: () => themeView(deps, administrator, { id: 'workplace_contact', filter }),
		reasons: () => reasons(deps, administrator, { filter, grain: null })
	};
	it.each([
		['team', ['sentences']],
		['agent', ['evidence']],
		['theme', ['rules', 'sentences']],
		['reasons', ['sentences']]
	] as const)('is named, and the others of a %s stay', async (page, lost) => {
		const { answer: whole } = await pages[page]();
		expect(whole?.failed).toEqual({});
		const { answer: torn } = await withoutTags(() => pages[page]());
		expect(Object.keys(torn?.failed ?? {}).sort()).toEqual(lost);
		for (const id of Object.values(torn?.failed ?? {})) expect(deps.logged()).toContain(id);
		expect(torn).toMatchObject({ period: whole?.period, annotations: whole?.annotations });
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
