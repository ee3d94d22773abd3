import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openStore } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';
import { aFolder, dump, toCsv, writeFileIn } from './deps.ts';

/** `npm run test:crash` asks for 50. */
const moments = Number(process.env.CRASH_MOMENTS ?? 5);
const narratives = moments > 5 ? Infinity : 600;
const killsInARow = 5;
const seed = Number(process.env.CRASH_SEED ?? 20_261_124);

/** Real narratives, some with an id, some twice, some rows with an issue. */
function aFile(): string {
	const texts = gunzipSync(readFileSync(resolve('db/gold/en_train_labels.jsonl.gz')))
		.toString('utf8')
		.trim()
		.split('\n')
		.slice(0, narratives)
		.map((line) => (JSON.parse(line) as { text: string }).text);
	const rows = [...texts, ...texts.slice(0, 100)].map((text, at) => ({
		complaint_id: at % 3 === 0 ? null : `c-${at % 900}`,
		received_on: at % 97 === 0 ? 'yesterday' : '2026-07-01',
		borrower_ref: `loan ${at % 400}`,
		text
	}));
	return writeFileIn(aFolder(), 'complaints.csv', toCsv(rows));
}

/** Runs an import in a process of its own, and kills it outright after some time. False: it came to its end before. */
function importFor(dataDir: string, file: string, killAfterMs: number | null): Promise<boolean> {
	return new Promise((done, fail) => {
		const child = spawn('node', ['src/cli/main.ts', 'import', file], {
			env: { ...process.env, EARSHOT_DATA: dataDir },
			stdio: 'ignore'
		});
		const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
		child.once('error', fail);
		child.once('exit', (code, signal) => {
			clearTimeout(timer);
			if (signal === null && code !== 0) fail(new Error(`The import ended with ${code}.`));
			else done(signal !== null);
		});
	});
}

/** What is stored, without what differs between two runs: ids and times. */
async function storedIn(dataDir: string) {
	const store = openStore({ location: join(dataDir, 'earshot.db') });
	await migrate(store);
	const { feedback = [], tag = [], import: imports = [], importIssue = [] } = await dump({ store });
	await store.close();
	const counts = imports.map((row) => row as Record<string, number | string>);
	const sum = (name: string) => counts.reduce((total, row) => total + Number(row[name]), 0);
	const leftOut = new Set(['id', 'recordedAt', 'importId', 'lastImportId', 'templateId', 'borrowerId']);
	return {
		reconciles: counts.every(
			(row) =>
				Number(row.readCount) ===
				Number(row.storedCount) +
					Number(row.updatedCount) +
					Number(row.unchangedCount) +
					Number(row.issueCount)
		),
		stored: sum('storedCount'),
		statuses: counts.map(({ status }) => status),
		counts: counts.map(({ readCount, storedCount, updatedCount, unchangedCount, issueCount }) => ({
			readCount,
			storedCount,
			updatedCount,
			unchangedCount,
			issueCount
		})),
		rows: feedback.length,
		tags: tag.length,
		issues: importIssue.map((row) => ({ ...row, id: 0, importId: 0 })),
		feedback: feedback
			.map((row) => fingerprint(Object.entries(row).filter(([name]) => !leftOut.has(name))))
			.sort()
	};
}

function fingerprint(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

describe('an import that is killed', () => {
	it(
		`loses nothing and doubles nothing (${moments} moments, seed ${seed})`,
		async () => {
			const file = aFile();
			const plain = aFolder();
			const began = performance.now();
			await importFor(plain, file, null);
			const lastsMs = performance.now() - began;
			const expected = await storedIn(plain);
			expect(expected.statuses).toEqual(['done']);

			const random = randomFrom(seed);
			for (let kills = 0; kills < moments;) {
				const dataDir = aFolder();
				// Hashes are keyed: with one key, equal rows have equal ones.
				copyFileSync(join(plain, 'pseudonym.key'), join(dataDir, 'pseudonym.key'));
				for (let inARow = 0; inARow < killsInARow && kills < moments; inARow++) {
					const wasKilled = await importFor(dataDir, file, lastsMs * (0.15 + 0.75 * random()));
					if (!wasKilled) break;
					kills++;
					const { reconciles, stored, rows } = await storedIn(dataDir);
					expect({ reconciles, stored }).toEqual({ reconciles: true, stored: rows });
				}
				await importFor(dataDir, file, null);
				const { statuses, ...found } = await storedIn(dataDir);
				expect(statuses.at(-1)).toBe('done');
				// An import that had come to its end before the kill is found unchanged by the next.
				if (statuses.length === 1) expect({ statuses, ...found }).toEqual(expected);
				else expect(found.feedback).toEqual(expected.feedback);
			}
		},
		60_000 + moments * 20_000
	);
});

/** Numbers in [0, 1): Park and Miller's generator. */
function randomFrom(start: number): () => number {
	let state = start % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
