import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { periodOf, type Grain } from '#core/domain/period.ts';
import { overview } from '#server/app/overview.ts';
import { administrator, aFilter, importRows, listOf, openTestDeps, toCsv, type TestDeps } from './deps.ts';
import { callRows, cfpbRows, complaintRows, importScene } from './scene.ts';
import { asCounts, behindLinks, shownByOverview } from './shown.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

async function view(patch: Partial<Filter> = {}, grain: Grain | null = null) {
	const shown = await overview(deps, administrator, { filter: aFilter(patch), grain });
	if (!shown.answer) throw new Error('There is nothing to show.');
	return { ...shown, answer: shown.answer };
}

const views: readonly { readonly what: string; readonly filter: Partial<Filter>; readonly grain?: Grain }[] =
	[
		{ what: 'without a filter', filter: {} },
		{ what: 'of a quarter', filter: { period: periodOf('2026-Q2') } },
		{ what: 'of a year, by quarter', filter: { period: periodOf('2026') }, grain: 'quarter' },
		{
			what: 'of days that begin and end in the middle of weeks',
			filter: { period: periodOf('2026-05-06..2026-06-11') },
			grain: 'week'
		},
		{ what: 'of a channel and those without one', filter: { channel: ['phone', 'none'] } },
		{ what: 'of an agency', filter: { agency: ['north'], period: periodOf('2026') } },
		{ what: 'of a team without contacts', filter: { team: ['south-1'], period: periodOf('2026') } },
		{ what: 'of an agent', filter: { agent: ['a-2'], period: periodOf('2026') } },
		{
			what: 'of two themes',
			filter: { theme: ['third_party_contact', 'abusive_language'], period: periodOf('2026') }
		},
		{ what: 'of the severest', filter: { severity: ['4'], period: periodOf('2026') } },
		{ what: 'of process', filter: { taxonomy: ['process'], period: periodOf('2026') } },
		{
			what: 'of a source, which contacts do not know',
			filter: { source: ['regulator'], period: periodOf('2026') }
		},
		{ what: 'of what is no complaint', filter: { complaint: 'no', period: periodOf('2026') } },
		{
			what: 'of a kind, in another language',
			filter: { kind: ['call_feedback'], language: ['zh-Hans'], period: periodOf('2026') }
		},
		{ what: 'of both origins', filter: { origin: 'all' } }
	];

describe('every number of the overview is what its link lists', () => {
	it.each(views)('$what', async ({ filter, grain }) => {
		const shown = shownByOverview(await view(filter, grain));
		expect(shown.length).toBeGreaterThan(20);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('and what the list says above its rows', async () => {
		const shown = shownByOverview(await view({ period: periodOf('2026') }));
		const numbers = shown.filter(({ what }) => /^(K|theme|channel|agency)/.test(what));
		expect(numbers.length).toBeGreaterThan(15);
		for (const { what, count, filter } of numbers) {
			const { total, rows } = await listOf(deps, filter);
			expect([what, total, rows.length]).toEqual([what, count, count]);
		}
	});

	it('and its facets add what they say', async () => {
		const filter = aFilter({ period: periodOf('2026'), channel: ['phone'] });
		const { facets, themes, filter: asked } = await listOf(deps, filter);
		for (const { value, count } of facets.channel ?? [])
			expect([value, (await listOf(deps, { ...asked, channel: [value] })).total]).toEqual([value, count]);
		for (const { theme, count } of themes)
			expect([theme, (await listOf(deps, { ...asked, theme: [theme] })).total]).toEqual([theme, count]);
	});

	it('all feedback is in it', async () => {
		const { context } = await view();
		const rows = complaintRows.length + callRows.length + cfpbRows.length;
		expect(context.counts).toEqual({ imported: rows, simulated: 0 });
		expect(context.extent).toMatchObject({ feedback: rows, undated: 10 });
	});
});

describe('periods', () => {
	it('the latest month that is over is shown', async () => {
		const { answer, context } = await view();
		expect(context).toMatchObject({ today: '2026-07-14', latestMonth: periodOf('2026-06') });
		expect(answer.previous).toEqual(periodOf('2026-05'));
		expect(answer.trendPeriod).toEqual({ from: '2025-03-01', to: '2026-07-01' });
		expect(answer.trend.periods.every(({ isComplete }) => isComplete)).toBe(true);
	});

	it('a month that is not over, or only partly asked for, is marked as incomplete', async () => {
		const { answer } = await view({ period: periodOf('2026-06..2026-07-14') });
		const incomplete = answer.trend.periods.filter(({ isComplete }) => !isComplete);
		expect(incomplete.map(({ key }) => key)).toEqual(['2026-07']);
		expect(answer.rate.points.at(-1)).toMatchObject({ key: '2026-07', isComplete: false, limits: null });
	});

	it('every period has its place, also without feedback', async () => {
		const { answer } = await view({ team: ['south-1'], theme: ['threat_harm'] }, 'week');
		expect(answer.trend.periods.length).toBeGreaterThan(65);
		for (const { counts } of answer.trend.rows) expect(counts.length).toBe(answer.trend.periods.length);
	});

	it('a single day typed wrongly does not move the overview into the future', async () => {
		const typo = await openTestDeps({ inMemory: true });
		await importRows(
			typo,
			toCsv([
				{ received_on: '2026-06-10', text: 'They keep calling my mother.' },
				{ received_on: '2062-06-11', text: 'They keep calling my mother.' }
			])
		);
		const { context } = await overview(typo, administrator, { filter: aFilter(), grain: null });
		expect(context.latestMonth).toEqual(periodOf('2026-06'));
	});
});

describe('what there is nothing of', () => {
	it('an empty store has no answer, and no error', async () => {
		const empty = await openTestDeps({ inMemory: true });
		const shown = await overview(empty, administrator, { filter: aFilter(), grain: null });
		expect(shown).toMatchObject({ answer: null, context: { latestMonth: null, origin: 'imported' } });
		expect((await listOf(empty, aFilter())).rows).toEqual([]);
	});

	it('undated feedback alone has no answer but is counted', async () => {
		const undated = await openTestDeps({ inMemory: true });
		await importRows(
			undated,
			cfpbRows.filter((row) => row['Date received'] === '')
		);
		const { answer, context } = await overview(undated, administrator, { filter: aFilter(), grain: null });
		expect([answer, context.extent.undated]).toEqual([null, 10]);
		expect((await listOf(undated, aFilter({ period: 'undated' }))).total).toBe(10);
	});

	it('a period without feedback shows zeros and “missing”, never NaN', async () => {
		const { answer } = await view({ period: periodOf('2019-03') });
		expect(answer.kpis.map(({ now }) => [now.numerator, now.value])).toEqual([
			[0, 0],
			[0, null],
			[0, null],
			[0, 0],
			[0, null],
			[0, null]
		]);
		expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/);
		expect([answer.themes, answer.teams, answer.urgent]).toEqual([[], [], []]);
	});

	it('a filter that contacts do not know leaves counts and takes rates away', async () => {
		const { answer } = await view({ region: ['hubei'], period: periodOf('2026') });
		const rate = answer.kpis.find(({ id }) => id === 'K03')?.now;
		expect(rate).toMatchObject({ value: null, denominator: null, missing: 'no-match' });
		expect(rate?.numerator).toBeGreaterThan(0);
		expect(answer.teams.every(({ expected, verdict }) => expected === 0 && verdict === 'too-few')).toBe(true);
	});
});
