import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { localAdministrator } from '#core/domain/actor.ts';
import { addDays } from '#core/domain/period.ts';
import { channels, sources, stages } from '#core/domain/vocabulary.ts';
import { importFile } from '#server/app/import-file.ts';
import { Random } from '#db/seed/random.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, peerOf, printMeasure, round, timed, type Taken } from './measure.ts';
import { writeText } from './text-bank.ts';

const rows = 20_000;
const warmUpRows = 1_000;
const header = [
	'complaint_id',
	'received_on',
	'channel',
	'source',
	'product',
	'stage',
	'borrower_ref',
	'text'
];

/** Rows a second from a CSV to masked, tagged and stored feedback. */
export async function measureImport(): Promise<void> {
	await inFreshFolder(async (deps, folder) => {
		const warmUp = await writeComplaints(join(folder, 'warm-up.csv'), 'W', warmUpRows);
		const path = await writeComplaints(join(folder, 'complaints.csv'), 'C', rows);
		await importFile(deps, localAdministrator, { path: warmUp });
		const own = await timed(() => importFile(deps, localAdministrator, { path }));
		const { stored } = own.result.counts;
		if (stored !== rows) throw new Error(`Stored ${stored} of ${rows} rows.`);
		const peak = peakRssMb();
		const plain = await timed(() => importPlainly(path, join(folder, 'plain.db')));
		const rowsPerSecond = ({ ms }: Taken) => (rows / ms) * 1000;
		printMeasure({
			measure: 'import',
			value: round(rowsPerSecond(own)),
			unit: 'rows/s',
			peer: peerOf(
				'csv-parse and a prepared insert in one SQLite transaction: nothing checked, masked, tagged or made repeatable',
				plain,
				own,
				rowsPerSecond
			),
			n: rows,
			cpuMs: round(own.cpuMs),
			peakRssMb: peak
		});
	});
}

async function writeComplaints(path: string, prefix: string, count: number): Promise<string> {
	const random = new Random(1, 'complaints', prefix);
	const writeLine = (serial: number) =>
		[
			`${prefix}-${serial}`,
			addDays('2024-11-01', random.between(0, 729)),
			random.pick(channels),
			random.pick(sources),
			random.pick(['cash-loan', 'credit-card', 'car-loan']),
			random.pick(stages),
			`B${random.between(1, count)}`,
			`"${writeText(random)}"`
		].join(',');
	await pipeline(function* () {
		yield `${header.join(',')}\n`;
		for (let serial = 1; serial <= count; serial++) yield `${writeLine(serial)}\n`;
	}, createWriteStream(path));
	return path;
}

async function importPlainly(path: string, databasePath: string): Promise<void> {
	const database = new Database(databasePath);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(`create table complaint (${header.map((name) => `${name} text`).join(', ')})`);
	const insert = database.prepare(`insert into complaint values (${header.map(() => '?').join(', ')})`);
	const records: string[][] = parse(await readFile(path), { from_line: 2 });
	database.transaction(() => {
		for (const record of records) insert.run(record);
	})();
	database.close();
}
