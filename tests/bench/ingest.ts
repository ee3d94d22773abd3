import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { localAdministrator } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { addDays } from '#core/domain/period.ts';
import { channels, outcomes, sources, stages } from '#core/domain/vocabulary.ts';
import { checkFile } from '#server/app/check-file.ts';
import { importFile } from '#server/app/import-file.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { Random } from '#db/seed/random.ts';
import { inFreshFolder } from './in-fresh-folder.ts';
import { peakRssMb, peerOf, printMeasure, round, timed, type Taken } from './measure.ts';
import { writeText } from './text-bank.ts';

/** `BENCH_ROWS=1000000 npm run bench -- ingest-contacts` for a million. */
const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const agents = Array.from({ length: 100 }, (_, nth) => `A${nth}`);
const products = ['cash-loan', 'credit-card'];
const firstDay = '2026-10-01';
const daysOfFile = 30;
/** As a collector works: the phone above all. */
const shares = { phone: 80, sms: 12, im: 6, visit: 2 };

interface Kind {
	readonly measure: string;
	readonly header: readonly string[];
	readonly row: (random: Random, nth: number) => readonly string[];
}

const narratives: Kind = {
	measure: 'ingest-narratives',
	header: ['complaint_id', 'received_on', 'channel', 'source', 'product', 'stage', 'borrower_ref', 'text'],
	row: (random, nth) => [
		`C-${nth}`,
		dayOf(nth),
		random.pick(channels),
		random.pick(sources),
		random.pick(products),
		random.pick(stages),
		`B${random.between(1, rows)}`,
		writeText(random)
	]
};

/** A survey as they are: most people give a number only. */
const surveys: Kind = {
	measure: 'ingest-surveys',
	header: ['feedback_id', 'received_on', 'rating', 'call_id', 'agent_id', 'product', 'stage', 'comment'],
	row: (random, nth) => [
		`S-${nth}`,
		dayOf(nth),
		String(random.between(1, 5)),
		`CALL-${nth}`,
		random.pick(agents),
		random.pick(products),
		random.pick(stages),
		random.chance(0.1) ? writeText(random) : ''
	]
};

const contacts: Kind = {
	measure: 'ingest-contacts',
	header: [
		'at',
		'account',
		'team_id',
		'agent_id',
		'channel',
		'outcome',
		'duration',
		'call_id',
		'stage',
		'product'
	],
	row: (random, nth) => {
		const agent = random.between(0, agents.length - 1);
		const second = 28_800 + (Math.floor(((nth * daysOfFile) / rows) * 43_200) % 43_200);
		const two = (value: number) => String(value).padStart(2, '0');
		const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':');
		return [
			`${dayOf(nth)} ${clock}`,
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
};

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
		await pipeline(lines(kind), createWriteStream(path));
		const idle = (await readFile('/proc/self/status', 'utf8').catch(() => '')).match(/VmRSS:\s+(\d+)/)?.[1];
		const read = await timed(() => checkFile(deps, localAdministrator, { path }));
		const afterReading = peakRssMb();
		const own = await timed(async () => {
			const report = await importFile(deps, localAdministrator, { path });
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
			peakRssMb: peak
		});
	});
}

function dayOf(nth: number): string {
	return addDays(firstDay, Math.floor((nth / rows) * daysOfFile));
}

function* records({ measure: name, row }: Kind): Generator<readonly string[]> {
	const random = new Random(1, name);
	for (let nth = 0; nth < rows; nth++) yield row(random, nth);
}

function* lines(kind: Kind): Generator<string> {
	yield `${kind.header.join(',')}\n`;
	const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	for (const record of records(kind)) yield `${record.map(cell).join(',')}\n`;
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
