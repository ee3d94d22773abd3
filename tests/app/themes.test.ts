import { beforeAll, describe, expect, it } from 'vitest';
import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, periodKeys, periodOf } from '#core/domain/period.ts';
import { overview } from '#server/app/overview.ts';
import { themeView } from '#server/app/theme-view.ts';
import { themes } from '#server/app/themes.ts';
import { addAnnotation } from '#server/app/annotations.ts';
import { addNote } from '#server/app/notes.ts';
import { agents, agentView } from '#server/app/agents.ts';
import { teams } from '#server/app/teams.ts';
import { unitView } from '#server/app/unit-view.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { aManager, administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';
import { asCounts, behindLinks, shownKpis, shownUnits, type Shown } from './shown.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

const views = [
	{ what: 'as it opens', filter: aFilter() },
	{ what: 'of a year not over', filter: aFilter({ period: periodOf('2026') }) },
	{ what: 'of an agency by phone', filter: aFilter({ agency: ['north'], channel: ['phone'] }) },
	{ what: 'in a region, which contacts do not know', filter: aFilter({ region: ['hubei'] }) },
	{ what: 'with a theme', filter: aFilter({ theme: ['abusive_language', 'threat_harm'] }) },
	{ what: 'without a team', filter: aFilter({ not: { team: ['north-1'] } }) }
];
const theme = 'abusive_language';
const shownOf = (what: string, count: number, filter: Filter): Shown => ({ what, count, filter });

describe('themes', () => {
	it.each(views)('each number is what its link lists, $what', async ({ filter: asked }) => {
		const { filter, answer } = await themes(deps, administrator, { filter: asked });
		if (!answer) throw new Error('There is nothing to show.');
		const shown = answer.groups.flatMap((group) =>
			group.themes.map((row) => shownOf(row.theme, row.count, narrow(filter, { theme: [row.theme] })))
		);
		expect(shown.length).toBeGreaterThan(1);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('say the same of conduct as the overview', async () => {
		const asked = aFilter({ period: periodOf('2026-Q2') });
		const list = await themes(deps, administrator, { filter: asked });
		const { answer } = await overview(deps, administrator, { filter: asked, grain: null });
		const conduct = list.answer?.groups.find(({ taxonomy }) => taxonomy === 'conduct')?.themes ?? [];
		expect(conduct.map(({ counts: _, ...row }) => row)).toEqual(answer?.themes);
	});

	it('a line over twelve months ends with the month of the period, and every theme of the pack has a place', async () => {
		const { answer } = await themes(deps, administrator, {
			filter: aFilter({ period: periodOf('2026-06') })
		});
		expect(answer?.months).toEqual({ from: '2025-07-01', to: '2026-07-01' });
		for (const { themes: listed } of answer?.groups ?? [])
			for (const { counts, count } of listed) expect(counts.at(-1)).toBe(count);
		const placed = (answer?.groups ?? []).flatMap((group) => [
			...group.themes.map((row) => row.theme),
			...group.silent
		]);
		expect(placed.toSorted()).toEqual(deps.packs.themes.map(({ id }) => id).toSorted());
	});
});

describe('a theme', () => {
	it.each(views)('every number is what its link lists, $what', async ({ filter: asked }) => {
		const { filter, answer } = await themeView(deps, administrator, { id: theme, filter: asked });
		if (!answer) throw new Error('There is nothing to show.');
		const own = { theme: [theme] };
		const drawn = { ...filter, period: answer.trendPeriod };
		const everyone = ofAllUnits(filter);
		const shown = [
			shownOf('theme', answer.row?.count ?? 0, narrow(filter, own)),
			...answer.channels.map(({ channel, count }) =>
				shownOf(`channel ${channel}`, count, narrow(filter, { ...own, channel: [channel] }))
			),
			...answer.trend.points.map(({ key, value }) =>
				shownOf(`month ${key}`, value.numerator, narrow(drawn, { ...own, period: periodOf(key) }))
			),
			...(answer.units?.teams.standings ?? []).map(({ unit, count }) =>
				shownOf(`team ${unit}`, count, narrow(everyone, { ...own, team: [unit] }))
			),
			...(answer.units?.agencies.standings ?? []).map(({ unit, count }) =>
				shownOf(`agency ${unit}`, count, narrow(everyone, { ...own, agency: [unit] }))
			),
			...answer.sentences.flatMap(({ copies }, at) =>
				copies ? [shownOf(`copies ${at}`, copies.count, copies.filter)] : []
			)
		];
		expect(shown.length).toBeGreaterThan(10);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('its sentences say that it happened, each text once, the newest first', async () => {
		const { answer } = await themeView(deps, administrator, { id: theme, filter: aFilter() });
		const sentences = answer?.sentences ?? [];
		expect(sentences.length).toBeGreaterThan(0);
		for (const { feedback, tags } of sentences) {
			expect(tags.map((tag) => [tag.theme, tag.polarity, tag.isCounted])).toEqual([
				[theme, 'asserted', true]
			]);
			const span = tags[0]?.spans[0];
			expect(feedback.text.slice(span?.start, span?.end).trim()).not.toBe('');
		}
		const texts = sentences.map(({ feedback }) => feedback.templateId ?? `own ${feedback.id}`);
		expect(new Set(texts).size).toBe(texts.length);
		const days = sentences.map(({ feedback }) => feedback.receivedOn ?? '');
		expect(days).toEqual(days.toSorted().toReversed());
	});

	it('its rules are told in their own words, and found something', async () => {
		const { answer } = await themeView(deps, administrator, { id: theme, filter: aFilter() });
		const rules = answer?.rules;
		expect(rules?.looked).toBe(answer?.row?.count);
		expect(rules?.shown.length).toBeGreaterThan(0);
		for (const { ruleId, words, feedback } of rules?.shown ?? []) {
			expect(feedback).toBeLessThanOrEqual(rules?.looked ?? 0);
			if (!ruleId.startsWith('classifier/')) expect(words, ruleId).toBeTruthy();
		}
	});

	it('names the clauses with the rule pack they are of', async () => {
		const { rulePacks } = await themeView(deps, administrator, { id: theme, filter: aFilter() });
		const china = rulePacks.find(({ jurisdiction }) => jurisdiction === 'CN');
		expect(china?.clauses.length).toBeGreaterThan(0);
		expect(china?.pack?.sources.length).toBeGreaterThan(0);
	});

	it('that no pack has is not found', async () => {
		const asked = themeView(deps, administrator, { id: 'no_such_theme', filter: aFilter() });
		await expect(asked).rejects.toMatchObject({ code: 'not-found' });
	});
});

describe('teams and agencies', () => {
	it.each(views)('each number is what its link lists, $what', async ({ filter: asked }) => {
		const { filter, answer } = await teams(deps, administrator, { filter: asked });
		if (!answer) throw new Error('There is nothing to show.');
		const shown = [
			...shownUnits(answer.teams.units, filter, 'team'),
			...shownUnits(answer.agencies.units, filter, 'agency')
		];
		expect(shown.length).toBeGreaterThan(1);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('the mix of a team’s work adds up to its contacts', async () => {
		const { answer } = await teams(deps, administrator, { filter: aFilter() });
		const mixes = new Map(answer?.mixes.team);
		for (const { id, connected } of answer?.teams.units.filter((unit) => unit.connected > 0) ?? [])
			expect(mixes.get(id)?.contacts).toBe(connected);
	});

	it.each([
		...views.map((view) => ({ ...view, kind: 'team' as const, id: 'north-1' })),
		...views.map((view) => ({ ...view, kind: 'agency' as const, id: 'north' }))
	])('$kind $id: every number is what its link lists, $what', async ({ kind, id, filter: asked }) => {
		const { filter, answer } = await unitView(deps, administrator, { kind, id, filter: asked });
		if (!answer) throw new Error('There is nothing to show.');
		const drawn = { ...filter, period: answer.trendPeriod };
		const conduct = kpis.K05.numerator.where;
		const shown = [
			...shownKpis(answer.kpis),
			...(answer.standing ? shownUnits([answer.standing], filter, kind) : []),
			...shownUnits(answer.members.standings, answer.members.filter, answer.members.unit).map((one) => ({
				...one,
				what: `member ${one.what}`
			})),
			...answer.themes.standings.map((one) =>
				shownOf(`theme ${one.theme}`, one.count, narrow(filter, { theme: [one.theme] }))
			),
			...answer.positive.map((one) =>
				shownOf(`praise ${one.theme}`, one.count, narrow(filter, { theme: [one.theme] }))
			),
			...answer.trend.points.map(({ key, value }) =>
				shownOf(`month ${key}`, value.numerator, narrow(drawn, { ...conduct, period: periodOf(key) }))
			)
		];
		expect(shown.length).toBeGreaterThan(10);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('a theme has the same verdict on the page of the team and on its own', async () => {
		const ofTeam = await unitView(deps, administrator, { kind: 'team', id: 'north-1', filter: aFilter() });
		const ofTheme = await themeView(deps, administrator, { id: theme, filter: aFilter() });
		const one = ofTeam.answer?.themes.standings.find((row) => row.theme === theme);
		const other = ofTheme.answer?.units?.teams.standings.find(({ unit }) => unit === 'north-1');
		expect(one).toBeDefined();
		expect(one).toEqual(other);
	});

	it('a manager finds their own team and not the others', async () => {
		const manager = aManager({ teamIds: ['north-1'] });
		const own = await unitView(deps, manager, { kind: 'team', id: 'north-1', filter: aFilter() });
		expect(own.unit.id).toBe('north-1');
		const other = unitView(deps, manager, { kind: 'team', id: 'own-1', filter: aFilter() });
		await expect(other).rejects.toMatchObject({ code: 'not-found' });
	});
});

describe('a training', () => {
	it('shows what changed, against teams without one, and lists what it counts', async () => {
		const where = { agencyId: '', channel: '', source: '', titleZh: '' };
		const fromOn = addMonths('2026-01-15', 0);
		await addAnnotation(deps, administrator, {
			...where,
			kind: 'training',
			title: 'No calls at work',
			teamId: 'north-1',
			fromOn,
			lastOn: ''
		});
		const ask = (id: string) => unitView(deps, administrator, { kind: 'team', id, filter: aFilter() });
		const [effect] = (await ask('north-1')).answer?.trainings ?? [];
		if (!effect?.after) throw new Error('There is no effect.');
		expect(periodKeys(effect.before, 'month')).toHaveLength(12);
		expect(periodKeys(effect.after, 'month')).not.toContain('2026-01');
		const [all] = effect.rows;
		if (!all) throw new Error('There is nothing to compare.');
		expect(all.theme).toBeNull();
		const { trained, others, change } = all;
		const ratio = (half: typeof trained) =>
			half.after.count / half.after.exposure / (half.before.count / half.before.exposure);
		if (!change.isCorrected) expect(change.ratio).toBeCloseTo(ratio(trained) / ratio(others), 9);
		const shown = effect.rows.flatMap((row) => [
			shownOf(`before ${row.theme}`, row.trained.before.count, row.filters.before),
			shownOf(`after ${row.theme}`, row.trained.after.count, row.filters.after)
		]);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
		expect((await ask('own-1')).answer?.trainings).toEqual([]);
	});
});

describe('what an agent replies', () => {
	it('is kept apart from the notes about the agent, masked, and shown', async () => {
		const about = { kind: 'reply', id: 'a-2' } as const;
		await addNote(deps, administrator, { about, text: 'I was asked to call back: 13812345678.' });
		const { notes, replies } = await agentView(deps, administrator, { id: 'a-2', filter: aFilter() });
		expect(notes).toEqual([]);
		expect(replies.map(({ text }) => text)).toEqual(['I was asked to call back: «phone».']);
		const unknown = addNote(deps, administrator, { about: { kind: 'reply', id: 'a-99' }, text: 'No.' });
		await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
	});
});

describe('an agent’s standing', () => {
	it('is the same in the list and on the agent’s page', async () => {
		const list = await agents(deps, administrator, { filter: aFilter() });
		const { answer } = await agentView(deps, administrator, { id: 'a-2', filter: aFilter() });
		expect(answer?.standing).toEqual(list.standings.find(({ id }) => id === 'a-2'));
	});
});
