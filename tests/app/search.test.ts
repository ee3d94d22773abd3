import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { feedbackCsv } from '#server/app/feedback-csv.ts';
import { feedbackList } from '#server/app/feedback-list.ts';
import { feedbackXlsx } from '#server/app/feedback-xlsx.ts';
import { overview } from '#server/app/overview.ts';
import { administrator, aFilter, aManager, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { aComplaint, importScene } from './scene.ts';
import { asCounts, behindLinks, shownByOverview } from './shown.ts';

let deps: TestDeps;
const formula = '=HYPERLINK("http://example.com";"They called my mother")';
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
	await importRows(deps, [
		aComplaint({ complaint_id: 'F-1', received_on: '2026-06-03', team_id: 'north-1', text: formula })
	]);
});

const queries = [
	'call',
	'called OR 威胁',
	'骂',
	'老婆',
	'mother -office',
	'"my mother"',
	'NOT call',
	'threat*',
	'(legs OR 起诉) NOT mother'
];
const asCsv = async (filter: Filter): Promise<Record<string, string>[]> => {
	let csv = '';
	for await (const chunk of await feedbackCsv(deps, administrator, { filter })) csv += chunk;
	return parse(csv, { columns: true, bom: true });
};
const asXlsx = async (filter: Filter) => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of await feedbackXlsx(deps, administrator, { filter, href: 'http://here/feedback' }))
		chunks.push(chunk);
	return readXlsx(Buffer.concat(chunks));
};

describe.each(queries)('a search for %s', (text) => {
	it('counts what it lists, in the head, in every menu and in both downloads', async () => {
		const filter = aFilter({ text });
		const { total, rows, facets, themes } = await listOf(deps, filter);
		expect(rows.length).toBeGreaterThan(0);
		expect(total).toBe(rows.length);
		for (const values of Object.values(facets))
			expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(total);
		for (const { theme, count } of themes.slice(0, 3))
			expect((await listOf(deps, { ...filter, theme: [theme] })).rows).toHaveLength(count);
		const csv = await asCsv(filter);
		expect(csv.map(({ id }) => Number(id))).toEqual(rows.map(({ id }) => id));
		const { sheets } = await asXlsx(filter);
		expect(sheets[0]?.rows.slice(1).map(([id]) => id)).toEqual(rows.map(({ id }) => id));
	});

	it('and for its opposite share all feedback between them', async () => {
		const [all, found, rest] = await Promise.all(
			['', text, `NOT (${text})`].map(async (query) => (await listOf(deps, aFilter({ text: query }))).total)
		);
		expect((found ?? 0) + (rest ?? 0)).toBe(all);
	});
});

describe('the list', () => {
	it('marks the words that were searched for', async () => {
		const { rows } = await listOf(deps, aFilter({ text: 'called OR 老婆' }));
		for (const { text, hits } of rows) {
			expect(hits.length).toBeGreaterThan(0);
			for (const { start, end } of hits) expect(text.slice(start, end)).toMatch(/^(call(ed|ing|s)?|老婆)$/i);
		}
	});

	it('says what of a search was left out', async () => {
		const { searchIssues, total } = await listOf(deps, aFilter({ text: '"my mother' }));
		expect(searchIssues).toEqual([{ code: 'open-quote', text: '"' }]);
		expect(total).toBe((await listOf(deps, aFilter({ text: '"my mother"' }))).total);
	});

	it('counts a menu without its own part, chosen or left out', async () => {
		const { facets } = await listOf(deps, aFilter());
		const chosen = await listOf(deps, aFilter({ not: { channel: ['phone'] } }));
		expect(chosen.facets.channel).toEqual(facets.channel);
		expect(chosen.total).toBe(
			(facets.channel ?? [])
				.filter(({ value }) => value !== 'phone')
				.reduce((sum, { count }) => sum + count, 0)
		);
	});

	it('of a search shows a manager only what is theirs', async () => {
		const { rows } = await listOf(deps, aFilter({ text: 'call' }), aManager({ agencyIds: ['north'] }));
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map(({ agencyId }) => agencyId))).toEqual(new Set(['north']));
	});

	it('best match first begins with the text that has most of the words', async () => {
		const { rows } = await feedbackList(deps, administrator, {
			filter: aFilter({ text: 'legs OR break OR mother' }),
			...{ sort: 'relevant', after: null, limit: 5 }
		});
		expect(rows[0]?.text).toContain('break my legs');
	});
});

it('other pages count under the words too', async () => {
	const filter = aFilter({ text: 'mother' });
	const page = await overview(deps, administrator, { filter, grain: null });
	const shown = shownByOverview(page);
	expect(shown.some(({ count }) => count > 0)).toBe(true);
	expect(shown.every(({ filter: { text } }) => text === 'mother')).toBe(true);
	expect(await behindLinks(deps, shown)).toEqual(asCounts(shown));
});

describe('a download', () => {
	it('says themes, rules and places of each row, and is no formula', async () => {
		const [row] = await asCsv(aFilter({ text: 'HYPERLINK' }));
		expect(row?.['text']).toBe(`'${formula}`);
		expect(row?.['evidence']).toMatch(/^third_party_contact: /);
		expect(row?.['rules']).toMatch(/^third_party_contact: [\w/]+/);
		const [start, end] = (/third_party_contact: (\d+)-(\d+)/.exec(row?.['spans'] ?? '') ?? [])
			.slice(1)
			.map(Number);
		expect(row?.['evidence']).toContain(formula.slice(start, end));
	});

	it('as Excel has real days and numbers, text that is text, and a sheet about itself', async () => {
		const { sheets } = await asXlsx(aFilter({ text: 'HYPERLINK' }));
		expect(sheets.map(({ name }) => name)).toEqual(['Feedback', 'About']);
		const [header, row] = sheets[0]?.rows ?? [];
		const of = (name: string) => row?.[header?.indexOf(name) ?? -1];
		expect(of('received_on')).toEqual(new Date('2026-06-03T00:00:00.000Z'));
		expect(of('id')).toEqual(expect.any(Number));
		expect(of('text')).toBe(formula);
		expect(sheets[1]?.rows).toContainEqual(['feedback', 1]);
	});
});
