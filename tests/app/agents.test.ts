import { beforeAll, describe, expect, it } from 'vitest';
import { periodOf } from '#core/domain/period.ts';
import { agentView, agents } from '#server/app/agents.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';
import { asCounts, behindLinks, shownKpis, shownTrend, shownUnits } from './shown.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

const views = [
	{ what: 'over the last twelve months', filter: aFilter() },
	{ what: 'of a year not over', filter: aFilter({ period: periodOf('2026') }) },
	{ what: 'by phone', filter: aFilter({ channel: ['phone'], period: periodOf('2025-03..2026-07') }) },
	{ what: 'in a region', filter: aFilter({ region: ['hubei'] }) },
	{ what: 'with a theme', filter: aFilter({ theme: ['abusive_language'] }) }
];

describe('agents', () => {
	it.each(views)('each agent’s number is what its link lists, $what', async ({ filter }) => {
		const view = await agents(deps, administrator, { filter });
		const shown = shownUnits(view.standings, view.filter, 'agent');
		expect(shown.length).toBeGreaterThan(3);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('stand in the order of their ids, whatever their numbers', async () => {
		const { standings, period } = await agents(deps, administrator, { filter: aFilter() });
		expect(standings.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'a-8']);
		expect(period).toEqual({ from: '2025-07-01', to: '2026-07-01' });
	});

	it('of a team are those who were in it in the period, each with all of the work', async () => {
		const everyone = await agents(deps, administrator, { filter: aFilter() });
		const ofTeam = await agents(deps, administrator, { filter: aFilter({ team: ['own-1'] }) });
		expect(ofTeam.standings.map(({ id }) => id)).toEqual(['a-5', 'a-6', 'a-8']);
		expect(everyone.standings).toEqual(expect.arrayContaining([...ofTeam.standings]));
	});

	it('expected counts of all of them add up to the observed ones', async () => {
		const { standings } = await agents(deps, administrator, { filter: aFilter() });
		const sum = (of: 'observed' | 'expected') => standings.reduce((total, unit) => total + unit[of], 0);
		expect(sum('observed')).toBeGreaterThan(5);
		expect(sum('expected')).toBeCloseTo(sum('observed'), 8);
	});
});

describe('an agent', () => {
	it.each(views)('every number is what its link lists, $what', async ({ filter: wanted }) => {
		const { filter, answer } = await agentView(deps, administrator, { id: 'a-2', filter: wanted });
		if (!answer) throw new Error('There is nothing to show.');
		const themes = [...answer.themes, ...answer.positive].map(({ theme, count }) => ({
			what: `theme ${theme}`,
			count,
			filter: narrow(filter, { theme: [theme] })
		}));
		const channels = answer.channels.map(({ value, count }) => ({
			what: `channel ${value}`,
			count,
			filter: narrow(filter, { complaint: 'yes', channel: [value] })
		}));
		const attributions = answer.attributions.map(({ value, count }) => ({
			what: `attribution ${value}`,
			count,
			filter: narrow(filter, { complaint: 'yes', attribution: [value] })
		}));
		const shown = [
			...shownKpis(answer.kpis),
			...themes,
			...channels,
			...attributions,
			...(answer.standing ? shownUnits([answer.standing], filter, 'agent') : []),
			...shownTrend(answer.trend, filter, answer.period)
		];
		expect(shown.length).toBeGreaterThan(10);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('the evidence is about the agent’s conduct, the most urgent first', async () => {
		const { answer } = await agentView(deps, administrator, { id: 'a-2', filter: aFilter() });
		const evidence = answer?.evidence ?? [];
		expect(evidence.length).toBe(10);
		for (const { agentId, tags } of evidence) {
			expect(agentId).toBe('a-2');
			expect(tags.some(({ taxonomy, isCounted }) => taxonomy === 'conduct' && isCounted)).toBe(true);
		}
		const urgencies = evidence.map(({ urgency }) => urgency);
		expect(urgencies).toEqual(urgencies.toSorted());
	});

	it('who moved is shown with both teams and all of the work, whichever team is looked at', async () => {
		const ask = (team: string[]) => agentView(deps, administrator, { id: 'a-8', filter: aFilter({ team }) });
		const view = await ask(['own-1']);
		expect(view.memberships).toEqual([
			{ teamId: 'north-1', fromOn: '2025-01-01', toOn: '2026-03-01' },
			{ teamId: 'own-1', fromOn: '2026-03-01', toOn: null }
		]);
		expect(new Set(view.answer?.evidence.map(({ teamId }) => teamId)).size).toBe(2);
		expect((await ask([])).answer).toEqual(view.answer);
	});

	it('who does not exist is not found', async () => {
		await expect(agentView(deps, administrator, { id: 'a-99', filter: aFilter() })).rejects.toMatchObject({
			code: 'not-found'
		});
	});
});
