import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { localAdministrator } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { checkFile } from '#server/app/check-file.ts';
import { importFile } from '#server/app/import-file.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { agents, contacts, narratives, records, rows, surveys, writeRows, type Kind } from './ingest-rows.ts';
import { peakRssMb, peerOf, printMeasure, round, timed, type Taken } from './measure.ts';

export const measureNarratives = () => measure(narratives);
export const measureSurveys = () => measure(surveys);
export const measureContacts = () => measure(contacts);

/** Rows a second from a CSV to what pages ask: parsed, masked, tagged, stored, indexed, and counted by the facts. */
async function measure(kind: Kind): Promise<void> {
	await inFreshFolder(async (deps, folder) => {
		const organisation = {
			agencies: [{ id: 'own', name: 'Own', nameZh: null, inHouse: true }],
			teams: [{ id: 't', agencyId: 'own', name: 'T', nameZh: null, region: null }],
			agents: agents.map((id) => ({ id, name: id, nameZh: null })),
			memberships: agents.map((agentId) => ({ agentId, teamId: 't', fromOn: '2026-01-01', toOn: null }))
		};
		await inWrite(deps.store, (trx) => writeOrganisation(trx, organisation, 'imported'));
		const path = join(folder, 'rows.csv');
		await writeRows(kind, path);
		const idle = (await readFile('/proc/self/status', 'utf8').catch(() => '')).match(/VmRSS:\s+(\d+)/)?.[1];
		const read = await timed(() => checkFile(deps, localAdministrator, { path }));
		const afterReading = peakRssMb();
		let afterImport: number | null = null;
		const own = await timed(async () => {
			const report = await importFile(deps, localAdministrator, { path });
			afterImport = peakRssMb();
			await countFeedback(await deps.facts.upToDate(null), emptyFilter);
			return report;
		});
		if (own.result.counts.stored !== rows)
			throw new Error(`Stored ${own.result.counts.stored} of ${rows} rows.`);
		const peak = peakRssMb();
		const plain = await timed(() => insertPlainly(kind, join(folder, 'plain.db')));
		const rowsPerSecond = ({ ms }: Taken) => (rows / ms) * 1000;
		printMeasure({
			measure: kind.measure,
			value: round(rowsPerSecond(own)),
			unit: 'rows/s',
			peer: peerOf(
				'a prepared insert of the same columns in one SQLite transaction',
				plain,
				own,
				rowsPerSecond
			),
			n: rows,
			cpuMs: round(own.cpuMs),
			rowsPerCpuSecond: round((rows / own.cpuMs) * 1000),
			readRowsPerSecond: round(rowsPerSecond(read)),
			readRowsPerCpuSecond: round((rows / read.cpuMs) * 1000),
			rssBeforeMb: idle === undefined ? null : Math.round(Number(idle) / 1024),
			peakRssAfterCheckMb: afterReading,
			peakRssAfterImportMb: afterImport,
			peakRssMb: peak
		});
	});
}

function insertPlainly(kind: Kind, path: string): void {
	const database = new Database(path);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(`create table plain (${kind.header.map((name) => `${name} text`).join(', ')})`);
	const insert = database.prepare(`insert into plain values (${kind.header.map(() => '?').join(', ')})`);
	database.transaction(() => {
		for (const record of records(kind)) insert.run(...record);
	})();
	database.close();
}
