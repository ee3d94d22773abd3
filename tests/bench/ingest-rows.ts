import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { addDays } from '#core/domain/period.ts';
import { channels, outcomes, sources, stages } from '#core/domain/vocabulary.ts';
import { Random } from '#db/seed/random.ts';
import { writeText } from './text-bank.ts';

/** `BENCH_ROWS=1000000 npm run bench -- ingest-contacts` for a million. */
export const rows = Number(process.env.BENCH_ROWS ?? 100_000);
export const agents = Array.from({ length: 100 }, (_, nth) => `A${nth}`);
const products = ['cash-loan', 'credit-card'];
const firstDay = '2026-10-01';
const daysOfFile = 30;
/** As a collector works: the phone above all. */
const shares = { phone: 80, sms: 12, im: 6, visit: 2 };

export interface Kind {
	readonly measure: string;
	readonly header: readonly string[];
	readonly row: (random: Random, nth: number) => readonly string[];
}

export const narratives: Kind = {
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
export const surveys: Kind = {
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

export const contacts: Kind = {
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

function dayOf(nth: number): string {
	return addDays(firstDay, Math.floor((nth / rows) * daysOfFile));
}

export function* records({ measure: name, row }: Kind): Generator<readonly string[]> {
	const random = new Random(1, name);
	for (let nth = 0; nth < rows; nth++) yield row(random, nth);
}

function* lines(kind: Kind): Generator<string> {
	yield `${kind.header.join(',')}\n`;
	const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	for (const record of records(kind)) yield `${record.map(cell).join(',')}\n`;
}

/** The rows of a kind as a CSV. */
export async function writeRows(kind: Kind, path: string): Promise<void> {
	await pipeline(lines(kind), createWriteStream(path));
}
