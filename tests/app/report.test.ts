import { beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '#core/reports/blocks.ts';
import { missingWords } from '#core/reports/words.ts';
import { addAnnotation } from '#server/app/annotations.ts';
import { report, reportMonths } from '#server/app/report.ts';
import { reportCsv } from '#server/app/report-csv.ts';
import { administrator, aFilter, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';
import { asCounts, behindLinks, type Shown } from './shown.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

type Report = Awaited<ReturnType<typeof report>>;

function tablesOf({ document }: Report): readonly Table[] {
	return document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** Every linked number. Two key figures count something else than feedback and are looked at apart. */
function shownByReport(month: Report): readonly Shown[] {
	return tablesOf(month).flatMap(({ id, rows }) =>
		rows.flatMap(({ key, cells }) =>
			Object.entries(cells).flatMap(([column, { value, link }]) => {
				if (!link || ['K02', 'K41'].includes(key)) return [];
				return { what: `${id} ${key} ${column}`, count: Number(value), filter: aFilter(link) };
			})
		)
	);
}

const ask = (month: string) => report(deps, administrator, { month, origin: null });

describe('the report of a month', () => {
	it.each(['2026-06', '2026-07', '2025-03'])('every number is what its link lists, %s', async (month) => {
		const shown = shownByReport(await ask(month));
		expect(shown.length).toBeGreaterThan(30);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});

	it('complainants and ratings are those of the linked feedback', async () => {
		const kpis = tablesOf(await ask('2026-06')).find(({ id }) => id === 'kpis');
		const cellOf = (key: string) => kpis?.rows.find((row) => row.key === key)?.cells.numerator;
		const complaints = await listOf(deps, aFilter(cellOf('K02')?.link));
		const borrowers = new Set(complaints.rows.flatMap(({ borrowerId }) => borrowerId ?? []));
		expect(cellOf('K02')?.value).toBe(borrowers.size);
		expect(borrowers.size).toBeGreaterThan(2);
		const { rows } = await listOf(deps, aFilter(cellOf('K41')?.link));
		const mean = rows.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / rows.length;
		expect(cellOf('K41')?.value).toBeCloseTo(mean, 10);
	});

	it('lists every urgent case of the month and no other', async () => {
		const month = await ask('2026-06');
		const listed = tablesOf(month)
			.filter(({ id }) => id.startsWith('urgent') || id === 'cases')
			.flatMap(({ rows }) => rows.map(({ key }) => Number(key)));
		const { rows } = await listOf(deps, { ...month.filter, urgency: ['U0', 'U1'] });
		expect(listed.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
		expect(rows.length).toBeGreaterThan(0);
	});

	it('is the same text each time it is asked for', async () => {
		const csv = () => reportCsv(deps, administrator, { month: '2026-06', origin: null, locale: 'en' });
		expect(await csv()).toBe(await csv());
	});

	it('says when the month is not over', async () => {
		const summaryOf = async (month: string) =>
			JSON.stringify((await ask(month)).document.sections.find(({ id }) => id === 'summary'));
		expect(await summaryOf('2026-07')).toContain('The month is not over');
		expect(await summaryOf('2026-06')).not.toContain('The month is not over');
	});

	it.each(['2026', '2026-13', 'June', ''])('“%s” is no month', async (month) => {
		await expect(ask(month)).rejects.toMatchObject({ code: 'bad-input' });
	});

	it('can be made of every month from the first feedback to today, and of no month to come', async () => {
		await importRows(deps, 'received_on,text\n2062-01-01,A typing error\n');
		const { months } = await reportMonths(deps, administrator, { origin: null });
		expect(months).toHaveLength(17);
		expect([months[0], months.at(-1)]).toEqual(['2026-07', '2025-03']);
	});

	it('of an empty store has its chapters and no numbers', async () => {
		const empty = await openTestDeps({ inMemory: true });
		const { document, months } = await report(empty, administrator, { month: '2026-06', origin: null });
		expect(document.sections.length).toBeGreaterThan(4);
		expect(months).toEqual([]);
		expect(JSON.stringify(document)).not.toMatch(/NaN|Infinity/);
	});
});

describe('a training', () => {
	it('has its effect as KPI and in its chapter, the same in both, from the end of the month after it', async () => {
		await addAnnotation(deps, administrator, {
			kind: 'training',
			title: 'No calls at work',
			titleZh: '',
			teamId: 'north-1',
			agencyId: '',
			channel: '',
			source: '',
			fromOn: '2026-01-15',
			lastOn: ''
		});
		const kpiIn = async (month: string) =>
			tablesOf(await ask(month))
				.find(({ id }) => id === 'kpis')
				?.rows.find(({ key }) => key === 'K38')?.cells;
		expect((await kpiIn('2025-12'))?.verdict?.value).toEqual(missingWords['no-training']);
		expect((await kpiIn('2026-01'))?.verdict?.value).toEqual(missingWords['no-month-after']);
		const june = await ask('2026-06');
		const effects = tablesOf(june).find(({ id }) => id.startsWith('effects-'));
		const all = effects?.rows.find(({ key }) => key === 'all')?.cells;
		const kpi = await kpiIn('2026-06');
		expect(Number(kpi?.value?.value)).toBeCloseTo(Number(all?.ratio?.value), 12);
		expect([kpi?.low?.value, kpi?.high?.value]).toEqual([all?.low?.value, all?.high?.value]);
		expect(Number(kpi?.numerator?.value) / Number(kpi?.denominator?.value)).toBeCloseTo(
			Number(kpi?.value?.value),
			12
		);
		const own = await report(deps, administrator, {
			month: '2026-06',
			origin: null,
			scope: { unit: 'agency', id: 'own' }
		});
		expect(tablesOf(own).some(({ id }) => id.startsWith('effects-'))).toBe(false);
		const shown = shownByReport(june).filter(({ what }) => what.startsWith('effects-'));
		expect(shown.length).toBeGreaterThan(0);
		expect(asCounts(shown)).toEqual(await behindLinks(deps, shown));
	});
});
