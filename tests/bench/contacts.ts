import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { localAdministrator } from '#core/domain/actor.ts';
import { addDays } from '#core/domain/period.ts';
import { outcomes, stages } from '#core/domain/vocabulary.ts';
import { checkFile } from '#server/app/check-file.ts';
import { importFile } from '#server/app/import-file.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { Random } from '#db/seed/random.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, peerOf, printMeasure, round, timed, type Taken } from './measure.ts';

const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const daysOfLog = 30;
const header = 'at,account,team_id,agent_id,channel,outcome,duration,call_id,stage,product';
const agents = Array.from({ length: 100 }, (_, nth) => `A${nth}`);
const products = ['cash-loan', 'credit-card'];
/** As a collector works: one product and stage, the phone above all. */
const shares = { phone: 80, sms: 12, im: 6, visit: 2 };

/** Rows a second from the CSV of a contact log to stored contacts and derived exposure. */
export async function measureContacts(): Promise<void> {
	await inFreshFolder(async (deps, folder) => {
		const organisation = {
			agencies: [{ id: 'own', name: 'Own', nameZh: null, inHouse: true }],
			teams: [{ id: 't', agencyId: 'own', name: 'T', nameZh: null, region: null }],
			agents: agents.map((id) => ({ id, name: id, nameZh: null })),
			memberships: []
		};
		await inWrite(deps.store, (trx) => writeOrganisation(trx, organisation, 'imported'));
		const path = join(folder, 'log.csv');
		await pipeline(function* () {
			yield `${header}\n`;
			for (const line of lines()) yield `${line.join(',')}\n`;
		}, createWriteStream(path));
		const read = await timed(() => checkFile(deps, localAdministrator, { path }));
		const own = await timed(() => importFile(deps, localAdministrator, { path }));
		if (own.result.counts.stored !== rows)
			throw new Error(`Stored ${own.result.counts.stored} of ${rows} rows.`);
		const peak = peakRssMb();
		const plain = await timed(() => insertPlainly(join(folder, 'plain.db')));
		const rowsPerSecond = ({ ms }: Taken) => (rows / ms) * 1000;
		printMeasure({
			measure: 'contacts',
			value: round(rowsPerSecond(own)),
			unit: 'rows/s',
			peer: peerOf('a prepared insert of the same rows in one SQLite transaction', plain, own, rowsPerSecond),
			n: rows,
			cpuMs: round(own.cpuMs),
			readRowsPerSecond: round(rowsPerSecond(read)),
			peakRssMb: peak
		});
	});
}

/** In the order of time, as logs are. */
function* lines(): Generator<readonly string[]> {
	const random = new Random(1, 'contacts');
	const two = (value: number) => String(value).padStart(2, '0');
	for (let nth = 0; nth < rows; nth++) {
		const second = Math.floor((nth / rows) * daysOfLog * 43_200);
		const day = addDays('2026-10-01', Math.floor(second / 43_200));
		const ofDay = 28_800 + (second % 43_200);
		const agent = random.between(0, agents.length - 1);
		const clock = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60].map(two).join(':');
		yield [
			`${day} ${clock}`,
			`ACC-${random.between(1, Math.ceil(rows / 20))}`,
			't',
			agents[agent] ?? '',
			random.weighted(shares),
			random.pick(outcomes),
			String(random.between(0, 600)),
			`CALL-${nth}`,
			stages[agent % stages.length] ?? '',
			products[agent % products.length] ?? ''
		];
	}
}

function insertPlainly(path: string): void {
	const database = new Database(path);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(`create table contact (${header.replaceAll(',', ' text, ')} text)`);
	const insert = database.prepare(`insert into contact values (${header.replace(/\w+/g, '?')})`);
	database.transaction(() => {
		for (const line of lines()) insert.run(...line);
	})();
	database.close();
}
