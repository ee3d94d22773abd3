import { beforeAll, describe, expect, it } from 'vitest';
import { isAllowed, roles, type Actor } from '#core/domain/actor.ts';
import { periodOf } from '#core/domain/period.ts';
import { agentView, agents } from '#server/app/agents.ts';
import { rebuildFacts } from '#server/app/facts-check.ts';
import { feedbackCsv } from '#server/app/feedback-csv.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { overview } from '#server/app/overview.ts';
import { removeDemo } from '#server/app/demo-state.ts';
import { report } from '#server/app/report.ts';
import { administrator, aFilter, aManager, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';
import { asCounts, behindLinks, shownByOverview, shownUnits } from './shown.ts';

const north = aManager({ agencyIds: ['north'] });
const ownTeam = aManager({ teamIds: ['own-1'] });
const nobody = aManager({});
const all = aFilter({ period: periodOf('2025-03..2026-07') });

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

describe('a manager with a scope', () => {
	it.each([
		['of an agency', north, { agency: ['north'] }],
		['of a team', ownTeam, { team: ['own-1'] }]
	])('%s sees the numbers that an administrator sees of it', async (_what, actor, part) => {
		const scoped = await overview(deps, actor, { filter: all, grain: null });
		const whole = await overview(deps, administrator, { filter: { ...all, ...part }, grain: null });
		const of = ({ answer }: typeof scoped) => ({
			kpis: answer?.kpis.map(({ id, now, change }) => ({ id, now, change })),
			rate: answer?.rate,
			themes: answer?.themes,
			heat: answer?.heat,
			channels: answer?.channels,
			urgent: answer?.urgent,
			trend: answer?.trend
		});
		expect(of(scoped)).toEqual(of(whole));
		expect(scoped.answer?.kpis[0]?.now.numerator).toBeGreaterThan(20);
		expect(scoped.context.counts.imported).toBe((await listOf(deps, aFilter(part))).total);
	});

	it('has no other unit beside its own, and expectations from its own alone', async () => {
		const { answer, filter } = await overview(deps, north, { filter: all, grain: null });
		expect(answer?.agencies.map(({ id }) => id)).toEqual(['north']);
		expect(answer?.teams.map(({ id }) => id)).toEqual(['north-1', 'north-2']);
		for (const units of [answer?.agencies ?? [], answer?.teams ?? []]) {
			const sum = (of: 'observed' | 'expected') => units.reduce((total, unit) => total + unit[of], 0);
			expect(sum('observed')).toBeGreaterThan(10);
			expect(sum('expected')).toBeCloseTo(sum('observed'), 8);
		}
		const shown = [
			...shownUnits(answer?.teams ?? [], filter, 'team'),
			...shownUnits(answer?.agencies ?? [], filter, 'agency')
		];
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown, north));
	});

	it('cannot look further by a filter', async () => {
		const asked = { ...all, agency: ['own'], team: ['own-1'] };
		expect((await listOf(deps, asked, north)).total).toBe(0);
		const shown = shownByOverview(await overview(deps, north, { filter: asked, grain: null }));
		expect(new Set(shown.map(({ count }) => count))).toEqual(new Set([0]));
	});

	it('does not find feedback of others, nor a borrower’s other feedback there', async () => {
		const { rows } = await listOf(deps, aFilter({ kind: ['complaint'] }));
		const outside = rows.filter(({ agencyId }) => agencyId !== 'north');
		const shared = rows.find(
			({ agencyId, borrowerId }) =>
				agencyId === 'north' && borrowerId && outside.some((other) => other.borrowerId === borrowerId)
		);
		expect(outside.length).toBeGreaterThan(50);
		for (const { id } of outside.slice(0, 20))
			await expect(feedbackView(deps, north, id)).rejects.toMatchObject({ code: 'not-found' });
		const view = await feedbackView(deps, north, shared?.id ?? 0);
		expect(view.others.every(({ agencyId }) => agencyId === 'north')).toBe(true);
	});

	it('reads only its own in a download', async () => {
		let csv = '';
		for await (const chunk of await feedbackCsv(deps, north, { filter: aFilter() })) csv += chunk;
		const agencies = [...csv.matchAll(/,(north|own|south),(?:north|own|south)-\d,/g)].map(([, id]) => id);
		expect(agencies.length).toBeGreaterThan(50);
		expect(new Set(agencies)).toEqual(new Set(['north']));
	});

	it('is given the names of its own agents, teams and agencies', async () => {
		const { names } = await listOf(deps, aFilter(), north);
		expect(names.agencies.map(({ id }) => id)).toEqual(['north']);
		expect(names.teams.map(({ id }) => id)).toEqual(['north-1', 'north-2']);
		expect(names.agents.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-8']);
		const ofTeam = (await listOf(deps, aFilter(), ownTeam)).names;
		expect(ofTeam.agencies.map(({ id }) => id)).toEqual(['own']);
		expect(ofTeam.agents.map(({ id }) => id)).toEqual(['a-5', 'a-6', 'a-8']);
	});

	it('finds its own agents, in its own time, and no others', async () => {
		const { standings, places, unlisted } = await agents(deps, north, { filter: all });
		expect(places.every(({ agencyId }) => agencyId === 'north')).toBe(true);
		expect(unlisted).toBe(0);
		expect(standings.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-8']);
		await expect(agentView(deps, north, { id: 'a-5', filter: all })).rejects.toMatchObject({
			code: 'not-found'
		});
		const moved = await agentView(deps, north, { id: 'a-8', filter: all });
		expect(moved.answer?.evidence.every(({ teamId }) => teamId === 'north-1')).toBe(true);
	});

	it('gets a report that says what it covers', async () => {
		const { document } = await report(deps, north, { month: '2026-06', origin: null });
		expect(document.scope).toEqual({ en: 'Agency north', zh: 'Agency north' });
		expect(JSON.stringify(document)).not.toMatch(/own-1|south-1|Team own/);
		const { document: whole } = await report(deps, administrator, { month: '2026-06', origin: null });
		expect(whole.scope.en).toBe('The whole organisation');
	});

	it('that is empty sees nothing', async () => {
		expect((await listOf(deps, aFilter(), nobody)).total).toBe(0);
		expect((await overview(deps, nobody, { filter: aFilter(), grain: null })).answer).toBeNull();
	});
});

describe('permissions', () => {
	it.each(roles)('%s does what the role may, and is told so otherwise', async (role) => {
		const actor: Actor = { id: role, name: 'Lin', role, scope: null };
		const isAdministrator = role === 'administrator';
		expect(isAllowed(actor, 'administer')).toBe(isAdministrator);
		expect((await listOf(deps, aFilter(), actor)).total).toBeGreaterThan(0);
		if (isAdministrator) return;
		const refused = { code: 'forbidden', message: 'Lin may not administer here. Ask an administrator.' };
		await expect(rebuildFacts(deps, actor, undefined)).rejects.toMatchObject(refused);
		await expect(removeDemo(deps, actor, undefined)).rejects.toMatchObject(refused);
	});
});
