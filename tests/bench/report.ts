import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { localAdministrator } from '#core/domain/actor.ts';
import { periodOf } from '#core/domain/period.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { renderReportCsv } from '#core/reports/render-csv.ts';
import type { OpenedDeps } from '#server/app/deps.ts';
import { feedbackCsv } from '#server/app/feedback-csv.ts';
import { renderBoardPng } from '#server/app/report-renderers/board-png.ts';
import { renderBoardSvg } from '#server/app/report-renderers/board-svg.ts';
import { renderHtml } from '#server/app/report-renderers/html.ts';
import { renderPdf } from '#server/app/report-renderers/pdf.ts';
import { renderXlsx } from '#server/app/report-renderers/xlsx.ts';
import { report } from '#server/app/report.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, printMeasure, round, timed } from './measure.ts';

const month = '2026-10';
/** The targets of the whole report at 1,000,000 feedback: 5 s to compute, 10 s to render. `REPORT_SIZE` tries less. */
const n = Number(process.env.REPORT_SIZE ?? 1_000_000);

/** Time to compute a month and to write its files, and the memory of both; the facts are up to date before. */
export async function measureReport(): Promise<void> {
	await inFreshFolder(measure, (folder) => {
		// In a process of its own: the memory of filling is not that of the report.
		const program = resolve(import.meta.dirname, 'fill-folder.ts');
		const { status } = spawnSync(process.execPath, [program, folder, String(n)], { stdio: 'inherit' });
		if (status !== 0) throw new Error('The data could not be written.');
	});
}

/** The copy with most in it, and every file of it in both languages. */
async function measure(deps: OpenedDeps): Promise<void> {
	const input = { month, origin: null, copy: 'restricted' } as const;
	const computed = await timed(() => report(deps, localAdministrator, input));
	print('report-compute', computed, {});
	const { document } = computed.result;
	const inBoth = async (render: (language: 'en' | 'zh') => unknown) => {
		const taken = await timed(async () => [await render('en'), await render('zh')]);
		return { ms: taken.ms, cpuMs: taken.cpuMs };
	};
	const parts = {
		pdf: await inBoth((language) => renderPdf(document, language)),
		xlsx: await inBoth((language) => renderXlsx(document, language)),
		html: await inBoth((language) => renderHtml(document, language)),
		csv: await inBoth((language) =>
			renderReportCsv(document, language === 'en' ? 'en' : 'zh-CN', { bom: true })
		),
		svg: await inBoth((language) => renderBoardSvg(document, language)),
		png: await inBoth((language) => renderBoardPng(document, language)),
		annex: await timed(() => writeAnnex(deps))
	};
	const all = Object.values(parts);
	const sum = (of: 'ms' | 'cpuMs') => all.reduce((total, part) => total + part[of], 0);
	const each = Object.fromEntries(Object.entries(parts).map(([name, { ms }]) => [`${name}Ms`, round(ms)]));
	print('report-render', { ms: sum('ms'), cpuMs: sum('cpuMs') }, each);
}

async function writeAnnex(deps: OpenedDeps): Promise<void> {
	const filter = { ...emptyFilter, period: periodOf(month) };
	let length = 0;
	for await (const chunk of await feedbackCsv(deps, localAdministrator, { filter })) length += chunk.length;
	if (length === 0) throw new Error('The annex is empty.');
}

function print(measure: string, { ms, cpuMs }: { ms: number; cpuMs: number }, details: object): void {
	printMeasure({
		measure,
		value: round(ms),
		unit: 'ms',
		n,
		...details,
		cpuMs: round(cpuMs),
		peakRssMb: peakRssMb()
	});
}
