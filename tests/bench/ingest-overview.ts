import { join } from 'node:path';
import { localAdministrator } from '#core/domain/actor.ts';
import { queueImport } from '#server/app/queue-import.ts';
import { getImport } from '#server/storage/imports.ts';
import { fillStore } from './fill-store.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { narratives, rows, writeRows } from './ingest-rows.ts';
import { printMeasure, round } from './measure.ts';
import { planOrganisation } from './organisation.ts';
import { quantile } from './pages.ts';
import { onServedBuild } from './served-build.ts';

const period = { from: '2024-11-01', to: '2026-11-01' };
const feedback = 50_000;
const idleRequests = 60;
const pauseMs = 100;

/**
 * What a reader of the Overview waits for while the server imports narratives, beside the same page without. The page
 * shows what is stored meanwhile, some seconds later.
 */
export async function measureOverviewWhileImporting(): Promise<void> {
	await inFreshFolder(async (deps, folder) => {
		const organisation = planOrganisation(period.from);
		const storePath = join(folder, 'earshot.db');
		fillStore(storePath, { feedback, period, organisation, themes: deps.packs.themes });
		const path = join(folder, 'rows.csv');
		await writeRows(narratives, path);
		await onServedBuild(folder, async (url) => {
			for (let at = 0; at < 3; at++) await timeOf(url);
			const idle: number[] = [];
			while (idle.length < idleRequests) idle.push(await timeOf(url));
			const importId = await queueImport(deps, localAdministrator, { path });
			const startedAt = performance.now();
			const during: number[] = [];
			for (;;) {
				const row = await getImport(deps.store, importId);
				if (row?.status === 'failed') throw new Error(`The import failed: ${row.failure}`);
				if (row?.status === 'done') break;
				const ms = await timeOf(url);
				if (row?.status === 'running') during.push(ms);
			}
			const seconds = (performance.now() - startedAt) / 1000;
			const [p95Idle, p95During] = [p95(idle), p95(during)];
			printMeasure({
				measure: 'ingest-overview',
				value: round(p95During),
				unit: 'ms p95 while importing',
				n: during.length,
				p50: round(quantile(sorted(during), 0.5)),
				idleP95: round(p95Idle),
				idleP50: round(quantile(sorted(idle), 0.5)),
				ratioToIdle: round(p95During / p95Idle),
				importedRows: rows,
				importedRowsPerSecond: round(rows / seconds)
			});
		});
	});
}

/** A whole page, as a reader asks for it, and a moment to look at it. */
async function timeOf(url: string): Promise<number> {
	const startedAt = performance.now();
	const response = await fetch(url);
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`The Overview answered ${response.status}.`);
	const ms = performance.now() - startedAt;
	await new Promise((done) => setTimeout(done, pauseMs));
	return ms;
}

function sorted(times: readonly number[]): readonly number[] {
	return times.toSorted((one, other) => one - other);
}

function p95(times: readonly number[]): number {
	return quantile(sorted(times), 0.95);
}
