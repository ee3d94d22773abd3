import { createHash } from 'node:crypto';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpiIds } from '#core/domain/kpis/registry.ts';
import { periodOf } from '#core/domain/period.ts';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { Table } from '#core/reports/blocks.ts';
import { apiKpis } from '#server/app/api-kpis.ts';
import type { KpisAnswer } from '#server/app/api-answers.ts';
import { showReport } from '#server/app/report-renderers/show-report.ts';
import { showTable } from '#server/app/report-renderers/show-table.ts';
import type { ReportFile } from '#server/app/report-renderers/manifest.ts';
import { reportFiles, type ReportFormat } from '#server/app/report-files.ts';
import { report } from '#server/app/report.ts';
import ReportSections from '../../src/routes/reports/[month]/ReportSections.svelte';
import { administrator, aFilter, aManager, openTestDeps, type TestDeps } from './deps.ts';
import { importScene } from './scene.ts';

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
});

const month = { month: '2026-06', origin: null } as const;

function make(
	formats: readonly ReportFormat[],
	languages: readonly ReportLanguage[] = ['en'],
	more: object = {}
) {
	return reportFiles(deps, administrator, { ...month, languages, formats, ...more });
}
function fileOf(files: readonly ReportFile[], end: string): Buffer {
	const file = files.find(({ name }) => name.endsWith(end));
	expect(file, end).toBeDefined();
	return file?.bytes ?? Buffer.alloc(0);
}
async function kpiTable(): Promise<Table> {
	const { document } = await report(deps, administrator, month);
	const table = document.sections
		.flatMap(({ blocks }) => blocks)
		.find((block) => block.kind === 'table' && block.id === 'kpis');
	return table as Table;
}
async function textOf(pdf: Buffer): Promise<{ text: string; pages: number }> {
	const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
		mergePages: true
	});
	return { text: text.replace(/\s+/g, ''), pages: totalPages };
}

/** What the server sends of the page of the month. */
async function pageOf(language: ReportLanguage): Promise<string> {
	const { document } = await report(deps, administrator, month);
	const { sections } = showReport(document, { language, hrefOf: () => '/feedback' });
	const summary = sections.filter(({ id }) => id === 'summary');
	return render(ReportSections as Component<object>, { props: { sections: summary } }).body;
}
/** The texts of all rows of tables, cell by cell. */
function rowsOf(html: string): string[][] {
	return [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
		[...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
			cell
				.replace(/<[^>]*>/g, '')
				.replaceAll('&lt;', '<')
				.replaceAll('&amp;', '&')
				.replaceAll('&quot;', '"')
				.trim()
		)
	);
}

describe('a month in all formats', () => {
	it.each(['en', 'zh'] as const)(
		'every KPI cell is the same in page, HTML, PDF, workbook, CSV and JSON: %s',
		async (language) => {
			const files = await make(['pdf', 'xlsx', 'html', 'csv'], [language]);
			const table = await kpiTable();
			const shown = showTable(table, { language }).rows.map((row) => row.map(({ text }) => text));
			expect(shown).toHaveLength(kpiIds.length);

			const asKpis = (rows: readonly (readonly string[])[]) =>
				rows.filter((cells) => cells.length === table.columns.length && names.has(`${cells[0]} ${cells[2]}`));
			const names = new Set(shown.map(([name, , unit]) => `${name} ${unit}`));
			expect(asKpis(rowsOf(await pageOf(language)))).toEqual(shown);
			expect(asKpis(rowsOf(fileOf(files, '.html').toString()))).toEqual(shown);

			const { text } = await textOf(fileOf(files, '.pdf'));
			// The typeface of the PDF has plain quotes only.
			for (const row of shown)
				expect(text.replaceAll('’', "'")).toContain(row.join('').replace(/\s+/g, '').replaceAll('’', "'"));

			const lines = parse(fileOf(files, '.csv'), { bom: true, columns: true }) as Record<string, string>[];
			const { sheets } = await readXlsx(new Uint8Array(fileOf(files, '.xlsx')));
			const grid = sheets.find(({ name }) => name === (language === 'en' ? 'Summary' : '摘要'))?.rows ?? [];
			const { kpis } = JSON.parse(fileOf(files, 'manifest.json').toString()) as {
				kpis: Record<string, Record<string, unknown>>;
			};
			let compared = 0;
			for (const { key, cells } of table.rows) {
				const name = cells.kpi?.value as { en: string; zh: string };
				const sheetRow = grid.find(([first]) => first === name[language]) ?? [];
				table.columns.forEach(({ key: column }, place) => {
					const value = cells[column]?.value ?? null;
					const said = typeof value === 'object' && value !== null ? value[language] : value;
					expect(sheetRow[place] ?? null, `workbook ${key} ${column}`).toBe(said);
					const line = lines.find((one) => one.table === 'kpis' && one.row === key && one.measure === column);
					expect(line?.value, `CSV ${key} ${column}`).toBe(said === null ? '' : String(said));
					if (column in (kpis[key] ?? {}))
						expect(kpis[key]?.[column], `JSON ${key} ${column}`).toEqual(value);
					compared++;
				});
			}
			expect(compared).toBe(table.rows.length * table.columns.length);
		}
	);

	it('the API gives the numbers of the report', async () => {
		const { rows } = await kpiTable();
		const filter = aFilter({ period: periodOf(month.month) });
		const { kpis } = JSON.parse(
			JSON.stringify(await apiKpis(deps, administrator, { filter, ids: [] }))
		) as KpisAnswer;
		const said = kpis.map(({ id, name, value, interval, numerator, denominator, sample, unit }) => ({
			id,
			kpi: name,
			value,
			unit,
			low: interval?.low ?? null,
			high: interval?.high ?? null,
			numerator: numerator.value,
			denominator: denominator?.value ?? sample
		}));
		const reported = rows.map(({ key, cells }) => ({
			id: key,
			...Object.fromEntries(
				['kpi', 'value', 'unit', 'low', 'high', 'numerator', 'denominator'].map((one) => [
					one,
					cells[one]?.value ?? null
				])
			)
		}));
		expect(said).toEqual(reported);
	});

	it('the values in large are those of the table', async () => {
		const { document } = await report(deps, administrator, month);
		const strip = document.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'kpis');
		const { rows } = await kpiTable();
		expect(strip?.items.length).toBe(6);
		for (const item of strip?.items ?? []) {
			const cells = rows.find(({ key }) => key === item.key)?.cells;
			expect([item.value, item.numerator, item.low, item.verdict]).toEqual([
				cells?.value?.value,
				cells?.numerator?.value,
				cells?.low?.value,
				cells?.verdict?.value
			]);
		}
	});

	it('made twice it has the same bytes, and the manifest has their hashes', async () => {
		const formats = ['pdf', 'xlsx', 'html', 'csv', 'annex', 'png', 'svg', 'txt'] as const;
		const once = await make(formats);
		const again = await make(formats);
		expect(again.map(({ name }) => name)).toEqual(once.map(({ name }) => name));
		once.forEach(({ name, bytes }, at) => expect(again[at]?.bytes.equals(bytes), name).toBe(true));
		const { files } = JSON.parse(fileOf(once, 'manifest.json').toString()) as {
			files: { name: string; sha256: string }[];
		};
		expect(files).toHaveLength(formats.length);
		for (const { name, sha256 } of files)
			expect(sha256).toBe(createHash('sha256').update(fileOf(once, name)).digest('hex'));
	});

	it('the PDF says its language and title, has contents and a mark as draft, and no glyph is missing', async () => {
		const files = await make(['pdf'], ['zh', 'both']);
		for (const [end, title] of [
			['.zh.pdf', '客户反馈月报2026-06'],
			['.both.pdf', 'Customerfeedbackreport2026-06客户反馈月报2026-06']
		] as const) {
			const pdf = fileOf(files, end);
			const { text, pages } = await textOf(pdf);
			expect(text).toContain(title);
			expect(text).toContain('目录');
			expect(text).toContain('附件：对照表与文件');
			expect(text).not.toMatch(/[□\ufffd]/);
			expect(pages).toBeGreaterThan(8);
		}
		const proxy = await getDocumentProxy(new Uint8Array(fileOf(files, '.zh.pdf')));
		expect((await proxy.getMetadata()).info).toMatchObject({
			Language: 'zh-CN',
			Title: '客户反馈月报 2026-06 · 全机构'
		});
		const outline = await proxy.getOutline();
		expect(outline.map(({ title }) => title)).toContain('数量与比率');
	});

	it('text of a chart is in the PDF, as text', async () => {
		const { text } = await textOf(fileOf(await make(['pdf']), '.pdf'));
		expect(text).toContain('Complaintratebychannel');
		expect(text).toContain('AprMayJunJul');
	});

	it('a workbook has a sheet a chapter, real numbers and dates, and its definitions', async () => {
		const { sheets } = await readXlsx(new Uint8Array(fileOf(await make(['xlsx']), '.xlsx')));
		const { document } = await report(deps, administrator, month);
		expect(sheets.map(({ name }) => name)).toContain('Definitions');
		expect(sheets).toHaveLength(document.sections.length + 1);
		const urgent = sheets.find(({ name }) => name === 'Urgent cases')?.rows ?? [];
		const first = urgent.find(([id]) => typeof id === 'number');
		expect(first?.[2]).toBeInstanceOf(Date);
	});
});

describe('the report of one agency or team', () => {
	it('counts only its feedback', async () => {
		const whole = await report(deps, administrator, month);
		const north = await report(deps, administrator, { ...month, scope: { unit: 'agency', id: 'north' } });
		const own = await report(deps, administrator, { ...month, scope: { unit: 'agency', id: 'own' } });
		const complaints = ({ document }: typeof whole) => {
			const strip = document.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'kpis');
			return strip?.items[0]?.value ?? 0;
		};
		expect(north.document.scope).toEqual({ en: 'Agency north', zh: 'Agency north' });
		expect(complaints(north)).toBeGreaterThan(0);
		expect(complaints(north) + complaints(own)).toBeLessThanOrEqual(complaints(whole));
	});

	it('refuses what is not there, and agents to those who may not review', async () => {
		const scope = { unit: 'team', id: 'moon' } as const;
		await expect(report(deps, administrator, { ...month, scope })).rejects.toMatchObject({
			code: 'not-found'
		});
		const reporter = { ...aManager({}), role: 'reporter' as const, scope: null };
		await expect(report(deps, reporter, { ...month, copy: 'restricted' })).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});

describe('a copy for readers outside', () => {
	it('holds no count of 1 to 4, no link, no words and no agents', async () => {
		const { document } = await report(deps, administrator, { ...month, copy: 'outside' });
		let hidden = 0;
		for (const { id, blocks } of document.sections) {
			expect(id).not.toBe('agents');
			for (const block of blocks) {
				expect(block.kind).not.toBe('cards');
				if (block.kind !== 'table') continue;
				for (const { cells } of block.rows)
					for (const { key, small } of block.columns) {
						const cell = cells[key];
						expect(cell?.link).toBeUndefined();
						if (small !== 'count') continue;
						const value = cell?.value;
						if (typeof value === 'number')
							expect(value === 0 || value >= 5 || value % 1 !== 0, `${block.id} ${key}`).toBe(true);
						else if (value !== null) hidden++;
					}
			}
		}
		expect(hidden).toBeGreaterThan(5);
	});

	it('comes without a list of feedback', async () => {
		const files = await make(['csv', 'annex'], ['en'], { copy: 'outside' });
		expect(files.map(({ name }) => name)).toEqual([
			'earshot-report-2026-06-outside.en.csv',
			'earshot-report-2026-06-outside.manifest.json'
		]);
	});
});
