import { beforeAll, describe, expect, it } from 'vitest';
import { listBehind, type Kpi } from '#core/domain/kpi.ts';
import { kpiIds, kpis } from '#core/domain/kpis/registry.ts';
import { missingData } from '#core/domain/missing-data.ts';
import type { Filter } from '#core/domain/filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { kpiValues } from '#server/app/kpis.ts';
import { overview } from '#server/app/overview.ts';
import { report } from '#server/app/report.ts';
import { administrator, aFilter, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

async function ask(patch: Partial<Filter> = {}) {
	const { answer } = await kpiValues(deps, administrator, { filter: aFilter(patch) });
	if (!answer) throw new Error('There is nothing to show.');
	return new Map(answer.kpis.map((each) => [each.id, each]));
}

const views: readonly { readonly what: string; readonly filter: Partial<Filter> }[] = [
	{ what: 'a month', filter: { period: periodOf('2026-06') } },
	{ what: 'a year', filter: { period: periodOf('2026') } },
	{ what: 'a theme', filter: { period: periodOf('2026'), theme: ['third_party_contact'] } },
	{ what: 'a team', filter: { period: periodOf('2026'), team: ['north-1'] } },
	{ what: 'a source', filter: { period: periodOf('2026'), source: ['regulator'] } },
	{ what: 'nothing at all', filter: { period: periodOf('2020') } }
];

describe('every KPI', () => {
	it.each(views)('has a value or says what is missing: $what', async ({ filter }) => {
		const results = await ask(filter);
		expect([...results.keys()]).toEqual(kpiIds);
		for (const [id, { now }] of results) {
			const kpi: Kpi = kpis[id];
			expect([id, now.value === null]).toEqual([id, now.missing !== null]);
			if (now.missing) expect(missingData[now.missing].sentence.zh).toMatch(/[一-龥]/);
			if (now.value === null) continue;
			if (now.interval) {
				expect(now.interval.low).toBeLessThanOrEqual(now.value);
				expect(now.interval.high).toBeGreaterThanOrEqual(now.value);
			}
			if (kpi.interval === 'wilson') {
				expect(now.value).toBeGreaterThanOrEqual(0);
				expect(now.value).toBeLessThanOrEqual(kpi.denominator?.per ?? 1);
			}
		}
	});

	it.each(views)('leads to exactly the feedback that it counts: $what', async ({ filter }) => {
		let checked = 0;
		for (const [id, { now, filter: behind, lists }] of await ask(filter)) {
			if (now.missing !== null || lists === 'none') continue;
			const { total } = await listOf(deps, behind);
			if (lists === 'numerator') expect([id, total]).toEqual([id, now.numerator]);
			else if (listBehind(kpis[id]) === 'basis' && !['K06', 'K36', 'K41'].includes(id))
				expect([id, total >= now.numerator]).toEqual([id, true]);
			checked++;
		}
		expect(checked).toBeGreaterThan(3);
	});
});

describe('KPIs by another way', () => {
	it('repeat complainants are counted in the list of 90 days', async () => {
		const now = (await ask({ period: periodOf('2026-06') })).get('K25')?.now;
		const { rows } = await listOf(
			deps,
			aFilter({ period: { from: '2026-04-02', to: '2026-07-01' }, complaint: 'yes' })
		);
		const byBorrower = Map.groupBy(
			rows.filter(({ borrowerId }) => borrowerId !== null),
			(row) => row.borrowerId
		);
		const inJune = [...byBorrower.values()].filter((all) =>
			all.some(({ receivedOn }) => (receivedOn ?? '') >= '2026-06-01')
		);
		expect(now?.denominator).toBe(inJune.length);
		expect(now?.numerator).toBe(inJune.filter((all) => all.length >= 2).length);
		expect(now?.numerator).toBeGreaterThan(0);
	});

	it('the severity index weighs what the list holds', async () => {
		const { now, filter } = (await ask({ period: periodOf('2026-06') })).get('K06')!;
		const weights = [0, 1, 3, 10, 30];
		const { rows } = await listOf(deps, filter);
		expect(now.numerator).toBe(rows.reduce((sum, { severity }) => sum + (weights[severity] ?? 0), 0));
		expect(now.numerator).toBeGreaterThan(0);
	});

	it('completeness counts the fields of the list', async () => {
		const { now, filter } = (await ask({ period: periodOf('2026-06') })).get('K36')!;
		const { rows } = await listOf(deps, filter);
		const fields = rows.flatMap((row) => [
			row.channel,
			row.product,
			row.stage,
			row.region,
			row.teamId,
			row.borrowerId
		]);
		expect([now.numerator, now.denominator]).toEqual([
			fields.filter((each) => each !== null).length,
			fields.length
		]);
	});

	it('a theme’s share is put over all complaints, whatever theme is chosen', async () => {
		const all = (await ask({ period: periodOf('2026') })).get('K01')!.now.numerator;
		const { now } = (await ask({ period: periodOf('2026'), theme: ['third_party_contact'] })).get('K07')!;
		expect(now.denominator).toBe(all);
		expect((await ask({ period: periodOf('2026') })).get('K07')?.now.missing).toBe('no-theme');
	});

	it('a chosen theme is never put together with other themes of a KPI', async () => {
		const { now } = (await ask({ period: periodOf('2026'), theme: ['abusive_language'] })).get('K10')!;
		expect(now).toMatchObject({ value: null, missing: 'no-both' });
	});

	it('K01 is the same on the page, in the report and here', async () => {
		const period = periodOf('2026-06');
		const [{ answer }, { document }, here] = await Promise.all([
			overview(deps, administrator, { filter: aFilter({ period }), grain: null }),
			report(deps, administrator, { month: '2026-06', origin: null }),
			ask({ period })
		]);
		const rows = document.sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
		);
		const values = [
			here.get('K01')?.now.value,
			answer?.kpis.find(({ id }) => id === 'K01')?.now.value,
			rows.find(({ key }) => key === 'K01')?.cells.value?.value
		];
		expect(new Set(values).size).toBe(1);
		expect(values[0]).toBeGreaterThan(0);
	});
});
