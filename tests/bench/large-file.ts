import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Random } from '#db/seed/random.ts';
import { printMeasure, round } from './measure.ts';
import { writeText } from './text-bank.ts';

const bytes = Number(process.env['BENCH_BYTES'] ?? 2 * 1024 ** 3);
const top = resolve(import.meta.dirname, '../..');
/** Rows are copies of so many with comments, and theirs with ids of their own. */
const comments = 2000;
const lookEveryMs = 250;

/** Peak memory of a dry run over a survey file of 2 GB, and over its first 50 MB, through the command line. */
export async function measureLargeFile(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'earshot-large-'));
	try {
		const { bavail, bsize } = await statfs(folder);
		if (bavail * bsize < 1.5 * bytes) throw new Error('There is too little room on the disk.');
		const small = await dryRun(folder, 50 * 1024 ** 2);
		const large = await dryRun(folder, bytes);
		printMeasure({
			measure: 'large-file',
			value: large.peakRssMb,
			unit: 'MiB peak',
			n: large.rows,
			fileMb: Math.round(bytes / 1024 ** 2),
			seconds: round(large.seconds),
			rowsPerSecond: round(large.rows / large.seconds),
			peakRssMbOf50Mb: small.peakRssMb
		});
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function dryRun(folder: string, size: number) {
	const path = join(folder, 'surveys.csv');
	await pipeline(lines(size), createWriteStream(path));
	if ((await stat(path)).size < size) throw new Error('The file is too small.');
	const startedAt = performance.now();
	const child = spawn(process.execPath, ['src/cli/main.ts', 'import', '--check', path], {
		cwd: top,
		env: { ...process.env, EARSHOT_DATA: join(folder, 'data') },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	child.stdout.on('data', (text: Buffer) => (said += text.toString()));
	let peakRssMb = 0;
	const look = setInterval(() => {
		void readFile(`/proc/${child.pid}/status`, 'utf8')
			.then((status) => (peakRssMb = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)))
			.catch(() => {});
	}, lookEveryMs);
	const [code] = (await once(child, 'close')) as [number];
	clearInterval(look);
	await rm(path);
	const read = /read ([\d,]+) · good ([\d,]+) · issues 0 /.exec(said);
	if (code !== 0 || !read?.[1] || read[1] !== read[2]) throw new Error(`The dry run says: ${said}`);
	return {
		peakRssMb,
		rows: Number(read[1].replaceAll(',', '')),
		seconds: (performance.now() - startedAt) / 1000
	};
}

function* lines(size: number): Generator<string> {
	const random = new Random(1, 'large-file');
	const texts = Array.from({ length: comments }, () =>
		Array.from({ length: 6 }, () => writeText(random)).join(' ')
	);
	yield 'feedback_id,received_on,rating,call_id,comment\n';
	let written = 0;
	for (let nth = 0; written < size;) {
		let part = '';
		for (let at = 0; at < 500; at++, nth++)
			part += `S-${nth},2026-10-${String(1 + (nth % 28)).padStart(2, '0')},${1 + (nth % 5)},CALL-${nth},"${texts[nth % comments]}"\n`;
		written += Buffer.byteLength(part);
		yield part;
	}
}
