import { join } from 'node:path';
import { localAdministrator } from '#core/domain/actor.ts';
import type { OpenedDeps } from '#server/app/deps.ts';
import { renderPdf } from '#server/app/report-renderers/pdf.ts';
import { renderXlsx } from '#server/app/report-renderers/xlsx.ts';
import { report } from '#server/app/report.ts';
import { fillStore } from './fill-store.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, printMeasure, round, timed } from './measure.ts';
import { planOrganisation } from './organisation.ts';

const period = { from: '2024-11-01', to: '2026-11-01' };
/** The targets of the whole report at 1,000,000 feedback: 5 s to compute, 10 s to render. `REPORT_SIZE` tries less. */
const feedback = Number(process.env.REPORT_SIZE ?? 1_000_000);

/** Time to compute a month and to write its files; the facts are up to date before. */
export async function measureReport(): Promise<void> {
	await inFreshFolder(measureIn);
}

async function measureIn(deps: OpenedDeps, folder: string): Promise<void> {
	const organisation = planOrganisation(period.from);
	const rows = fillStore(join(folder, 'earshot.db'), {
		feedback,
		period,
		organisation,
		themes: deps.packs.themes
	});
	await deps.facts.rebuild();
	const input = { month: '2026-10', origin: null, copy: 'restricted' } as const;
	const computed = await timed(() => report(deps, localAdministrator, input));
	const { document } = computed.result;
	print('report-compute', computed, rows);
	const pdf = await timed(async () => [await renderPdf(document, 'en'), await renderPdf(document, 'zh')]);
	print('report-pdf-en-and-zh', pdf, { bytes: pdf.result.map(({ length }) => length) });
	const workbook = await timed(() => renderXlsx(document, 'en'));
	print('report-workbook', workbook, { bytes: workbook.result.length });
}

function print(measure: string, { ms, cpuMs }: { ms: number; cpuMs: number }, details: object): void {
	printMeasure({
		measure,
		value: round(ms),
		unit: 'ms',
		n: feedback,
		...details,
		cpuMs: round(cpuMs),
		peakRssMb: peakRssMb()
	});
}
