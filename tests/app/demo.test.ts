import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { removeDemo, wantsDemo } from '#server/app/demo-state.ts';
import { verifyFacts } from '#server/app/facts-check.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { overview } from '#server/app/overview.ts';
import { kpiValues } from '#server/app/kpis.ts';
import { report } from '#server/app/report.ts';
import { chooseRules } from '#server/app/rule-choice.ts';
import { storeDemo, type DemoInput } from '#server/app/store-demo.ts';
import { periodOf } from '#core/domain/period.ts';
import { demoRules } from '#db/seed/contacts.ts';
import { createDemo } from '#db/seed/demo.ts';
import { administrator, aFilter, dump, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { complaintRows, importScene, organisationRows } from './scene.ts';

/** A hundredth of the demo: all teams and agents, about five hundred feedback. */
const demo = createDemo({ lastMonth: '2026-06', scale: 0.01 });
const size = [...demo.feedback()].length;

function anInput(patch: Partial<DemoInput> = {}): DemoInput {
	return {
		organisation: demo.organisation,
		exposure: demo.exposure(),
		feedback: demo.feedback(),
		...patch
	};
}

type Rows = readonly Readonly<Record<string, unknown>>[];
const idsOf = (rows: Rows | undefined) => (rows ?? []).map(({ id }) => id);

async function expectFactsEqual(deps: TestDeps): Promise<void> {
	expect((await verifyFacts(deps, administrator, undefined)).isEqual).toBe(true);
}

describe('loading the demo', () => {
	it('into an empty store shows it as simulated, and counts it as an import', async () => {
		const deps = await openTestDeps({ inMemory: true });
		expect(await wantsDemo(deps.store)).toBe(true);
		expect(await storeDemo(deps, administrator, anInput())).toBe(size);
		expect(await wantsDemo(deps.store)).toBe(false);
		const { total, context } = await listOf(deps, aFilter());
		expect(total).toBe(size);
		expect(context).toMatchObject({ origin: 'simulated', counts: { imported: 0, simulated: size } });
		expect((await dump(deps)).import).toMatchObject([
			{ importer: 'demo', origin: 'simulated', status: 'done', readCount: size, storedCount: size }
		]);
		await expectFactsEqual(deps);
	});

	it('is refused where there is something already, and to those who may not', async () => {
		const deps = await openTestDeps({ inMemory: true });
		const reporter: Actor = { id: 'r', name: 'Lin', role: 'reporter', scope: null };
		await expect(storeDemo(deps, reporter, anInput())).rejects.toMatchObject({ code: 'forbidden' });
		await importRows(deps, organisationRows);
		expect(await wantsDemo(deps.store)).toBe(false);
		await expect(storeDemo(deps, administrator, anInput())).rejects.toMatchObject({ code: 'bad-input' });
	});

	it('is not wanted after a refused file alone, but after anything imported', async () => {
		const deps = await openTestDeps({ inMemory: true });
		await expect(importRows(deps, '')).rejects.toMatchObject({ code: 'bad-file' });
		expect(await wantsDemo(deps.store)).toBe(true);
		await importRows(deps, [complaintRows.find(({ agent_id, team_id }) => !agent_id && !team_id) ?? {}]);
		expect(await wantsDemo(deps.store)).toBe(false);
	});

	it('broken off in the middle, it is loaded anew as if nothing had been', async () => {
		const deps = await openTestDeps();
		function* brokenOff() {
			let left = 0.6 * size;
			for (const draft of demo.feedback()) {
				if (left-- < 0) throw new Error('The power went off.');
				yield draft;
			}
		}
		const few = { ...anInput(), feedback: brokenOff() };
		await expect(storeDemo(deps, administrator, few)).rejects.toThrow('The power went off.');
		expect(await wantsDemo(deps.store)).toBe(true);
		await listOf(deps, aFilter());
		expect(await storeDemo(deps, administrator, anInput())).toBe(size);
		const { total, rows } = await listOf(deps, aFilter());
		expect([total, rows.length]).toEqual([size, size]);
		const clean = await openTestDeps();
		await storeDemo(clean, administrator, anInput());
		const comparable = async ({ store }: TestDeps) => [
			await store.db.selectFrom('feedback').select(['externalId', 'text']).orderBy('externalId').execute(),
			await store.db.selectFrom('exposure').select(['day', 'agentId', 'connected']).orderBy('id').execute()
		];
		expect(await comparable(deps)).toEqual(await comparable(clean));
		expect((await dump(deps)).import).toHaveLength(1);
		await expectFactsEqual(deps);
	});
});

describe('beside imported feedback', () => {
	let deps: TestDeps;
	beforeAll(async () => {
		deps = await openTestDeps();
		await storeDemo(deps, administrator, anInput());
		await importScene(deps);
	});

	it('the demo is told of when something is imported', async () => {
		const { besideDemo } = await importRows(deps, organisationRows);
		expect(besideDemo).toBe(true);
	});

	it('pages show what was imported, unless the simulated or both are asked for', async () => {
		const count = async (origin: 'imported' | 'simulated' | 'all' | null) => {
			const { total, rows } = await listOf(deps, aFilter({ origin }));
			return [total, new Set(rows.map((row) => row.origin)).size];
		};
		expect(await count(null)).toEqual([410, 1]);
		expect(await count('imported')).toEqual([410, 1]);
		expect(await count('simulated')).toEqual([size, 1]);
		expect((await listOf(deps, aFilter({ origin: 'all' }))).total).toBe(410 + size);
	});

	it('rates never put one’s complaints over the other’s contacts', async () => {
		const alone = await openTestDeps();
		await importScene(alone);
		const see = async (of: TestDeps) => {
			const { answer } = await overview(of, administrator, { filter: aFilter(), grain: null });
			return { kpis: answer?.kpis, teams: answer?.teams, rate: answer?.rate, channels: answer?.channels };
		};
		expect(await see(deps)).toEqual(await see(alone));
		const june = async (of: TestDeps) => {
			const { document } = await report(of, administrator, { month: '2026-06', origin: null });
			return document.sections.filter(({ id }) => id !== 'data-quality' && id !== 'urgent-cases');
		};
		expect(await june(deps)).toEqual(await june(alone));
	});

	it('simulated feedback can still be opened', async () => {
		const [row] = (await listOf(deps, aFilter({ origin: 'simulated' }))).rows;
		expect((await feedbackView(deps, administrator, row?.id ?? 0)).feedback.origin).toBe('simulated');
	});
});

describe('the simulated contact log', () => {
	const rulesOf = async ({ store }: TestDeps) =>
		store.db.selectFrom('setting').select('value').where('key', '=', 'rule_packs').executeTakeFirst();
	const contactsOf = async ({ store }: TestDeps) => store.db.selectFrom('contact').selectAll().execute();
	const withLog = () => anInput({ contacts: demo.contacts(), rules: demoRules });

	it('is simulated, is linked to the feedback, can be held against rules, and goes with the demo', async () => {
		const deps = await openTestDeps();
		await storeDemo(deps, administrator, withLog());
		const contacts = await contactsOf(deps);
		expect(contacts.length).toBeGreaterThan(100);
		expect(new Set(contacts.map(({ origin }) => origin))).toEqual(new Set(['simulated']));
		const filter = aFilter({ period: periodOf('2026-04..2026-06') });
		const { answer } = await kpiValues(deps, administrator, { filter, ids: ['K11', 'K12', 'K32'] });
		for (const { id, now } of answer?.kpis ?? []) {
			expect([id, now.missing]).toEqual([id, null]);
			// A hundredth of the demo may hold no breach by chance; its feedback is linked all the same.
			expect([id, now.numerator >= (id === 'K32' ? 1 : 0)]).toEqual([id, true]);
			expect([id, now.numerator <= (now.denominator ?? 0)]).toEqual([id, true]);
		}
		await expectFactsEqual(deps);
		await removeDemo(deps, administrator, undefined);
		expect(await contactsOf(deps)).toEqual([]);
		expect(await rulesOf(deps)).toBeUndefined();
	});

	it('leaves the rule packs that somebody chose', async () => {
		const deps = await openTestDeps({ inMemory: true });
		await storeDemo(deps, administrator, withLog());
		await chooseRules(deps, administrator, { pack: 'uk', regions: {} });
		await removeDemo(deps, administrator, undefined);
		expect((await rulesOf(deps))?.value).toContain('uk');
	});
});

describe('removing the demo', () => {
	it('leaves what was imported, and the demo does not come back', async () => {
		const deps = await openTestDeps();
		await storeDemo(deps, administrator, anInput());
		await importScene(deps);
		const alone = await openTestDeps();
		await importScene(alone);
		await listOf(deps, aFilter());
		expect(await removeDemo(deps, administrator, undefined)).toBe(size);
		const [left, expected] = [await dump(deps), await dump(alone)];
		for (const table of ['agency', 'team', 'agent'] as const) expect(left[table]).toEqual(expected[table]);
		for (const table of ['membership', 'feedback', 'tag', 'exposure', 'borrower', 'import'] as const)
			expect([table, left[table]?.length]).toEqual([table, expected[table]?.length]);
		expect(await wantsDemo(deps.store)).toBe(false);
		const { total, context } = await listOf(deps, aFilter());
		expect([total, context.counts]).toEqual([410, { imported: 410, simulated: 0 }]);
		await expectFactsEqual(deps);
	});

	it('of a store with nothing else leaves it empty', async () => {
		const deps = await openTestDeps();
		await storeDemo(deps, administrator, anInput());
		await removeDemo(deps, administrator, undefined);
		const { setting: _setting, change: _change, ...rows } = await dump(deps);
		for (const [table, left] of Object.entries(rows)) expect([table, left]).toEqual([table, []]);
		expect(await wantsDemo(deps.store)).toBe(false);
		await expectFactsEqual(deps);
	});

	it('leaves the units that imported files name, though the demo had them first', async () => {
		const deps = await openTestDeps();
		await storeDemo(deps, administrator, anInput());
		const [team] = demo.organisation.teams;
		const [agent] = demo.organisation.memberships.filter(({ teamId }) => teamId === team?.id);
		const unit = {
			agency_id: team?.agencyId ?? '',
			agency_name: 'Ours',
			in_house: 'yes',
			team_id: team?.id ?? '',
			team_name: 'Our team'
		};
		await importRows(deps, [
			{ ...unit, agent_id: agent?.agentId ?? '', agent_name: 'Our agent', from: '2026-01-01' }
		]);
		await importRows(deps, [
			{
				received_on: '2026-06-01',
				text: 'They called my mother.',
				agent_id: demo.organisation.agents.at(-1)?.id ?? ''
			}
		]);
		await removeDemo(deps, administrator, undefined);
		const left = await dump(deps);
		expect(idsOf(left.agent as Rows)).toEqual([agent?.agentId, demo.organisation.agents.at(-1)?.id]);
		expect(idsOf(left.team as Rows)).toContain(team?.id);
		expect(idsOf(left.agency as Rows)).toContain(team?.agencyId);
		expect((await listOf(deps, aFilter())).total).toBe(1);
	});
});
