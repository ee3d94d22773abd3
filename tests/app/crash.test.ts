import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openStore } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';
import { aFolder, dump, importRows, openTestDeps, toCsv, writeFileIn } from './deps.ts';
import { organisationRows } from './scene.ts';

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

/** Answers of a survey, and the log of the calls they are about: half of them come twice, some with other content. */
function surveyAndLog(): readonly string[] {
	const folder = aFolder();
	const answers = Array.from({ length: 1_200 }, (_, at) => ({
		feedback_id: at % 5 === 0 ? null : `s-${at % 1_000}`,
		call_id: `k-${at * 3}`,
		received_on: at % 97 === 0 ? 'yesterday' : '2026-07-02',
		rating: 1 + (at % 5),
		comment: at % 20 === 0 ? `He shouted ${at} times.` : ''
	}));
	const contacts = Array.from({ length: 9_000 }, (_, at) => ({
		at: `2026-07-0${1 + (at % 2)} ${String(8 + (at % 12)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
		account: `loan ${at % 1_000}`,
		agent_id: 'a-1',
		channel: 'phone',
		outcome: at % 1_001 === 0 ? 'sang' : 'connected',
		call_id: at % 4 === 0 ? null : `k-${at % 8_002}`
	}));
	return [writeFileIn(folder, 'survey.csv', toCsv(answers)), writeFileIn(folder, 'log.csv', toCsv(contacts))];
}

/** Runs imports in a process of its own, and kills it outright after some time. False: it came to its end before. */
function importFor(dataDir: string, files: readonly string[], killAfterMs: number | null): Promise<boolean> {
	return new Promise((done, fail) => {
		const child = spawn('node', ['src/cli/main.ts', 'import', ...files], {
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
			await importFor(plain, [file], null);
			const lastsMs = performance.now() - began;
			const expected = await storedIn(plain);
			expect(expected.statuses).toEqual(['done']);

			const random = randomFrom(seed);
			for (let kills = 0; kills < moments;) {
				const dataDir = aFolder();
				// Hashes are keyed: with one key, equal rows have equal ones.
				copyFileSync(join(plain, 'pseudonym.key'), join(dataDir, 'pseudonym.key'));
				for (let inARow = 0; inARow < killsInARow && kills < moments; inARow++) {
					const wasKilled = await importFor(dataDir, [file], lastsMs * (0.15 + 0.75 * random()));
					if (!wasKilled) break;
					kills++;
					const { reconciles, stored, rows } = await storedIn(dataDir);
					expect({ reconciles, stored }).toEqual({ reconciles: true, stored: rows });
				}
				await importFor(dataDir, [file], null);
				const { statuses, ...found } = await storedIn(dataDir);
				expect(statuses.at(-1)).toBe('done');
				// An import that had come to its end before the kill is found unchanged by the next.
				if (statuses.length === 1) expect({ statuses, ...found }).toEqual(expected);
				else expect(found.feedback).toEqual(expected.feedback);
			}
		},
		120_000 + moments * 60_000
	);

	const momentsOfTwo = Math.floor(moments / 2);
	it(
		`a survey and a contact log too (${momentsOfTwo} moments, seed ${seed})`,
		async () => {
			const files = surveyAndLog();
			const started = aFolder();
			const deps = await openTestDeps({ dataDir: started });
			await importRows(deps, organisationRows);
			await deps.close();
			const copied = () => {
				const dataDir = aFolder();
				cpSync(started, dataDir, { recursive: true });
				return dataDir;
			};
			const plain = copied();
			const began = performance.now();
			await importFor(plain, files, null);
			const lastsMs = performance.now() - began;
			const expected = await contentOf(plain);
			expect(expected.contacts.length).toBeGreaterThan(6_000);
			expect(expected.links.length).toBeGreaterThan(100);

			const random = randomFrom(seed);
			for (let kills = 0; kills < momentsOfTwo;) {
				const dataDir = copied();
				for (let inARow = 0; inARow < killsInARow && kills < momentsOfTwo; inARow++) {
					if (!(await importFor(dataDir, files, lastsMs * (0.4 + 0.55 * random())))) break;
					kills++;
					expect((await storedIn(dataDir)).reconciles).toBe(true);
				}
				await importFor(dataDir, files, null);
				expect((await storedIn(dataDir)).reconciles).toBe(true);
				expect(await contentOf(dataDir)).toEqual(expected);
			}
		},
		120_000 + momentsOfTwo * 60_000
	);
});

/** Feedback, contacts, the links between them and the exposure of their days, without ids and times of the run. */
async function contentOf(dataDir: string) {
	const store = openStore({ location: join(dataDir, 'earshot.db') });
	const contacts = await store.db
		.selectFrom('contact')
		.leftJoin('borrower', 'borrower.id', 'contact.borrowerId')
		.select(['identity', 'at', 'day', 'pseudonym', 'agentId', 'teamId', 'outcome'])
		.orderBy('identity')
		.execute();
	const feedback = await store.db
		.selectFrom('feedback')
		.select(['identity', 'contentHash', 'text', 'rating', 'teamId', 'agentId', 'attribution', 'stated'])
		.orderBy('identity')
		.execute();
	const links = await store.db
		.selectFrom('feedbackLink')
		.innerJoin('feedback', 'feedback.id', 'feedbackId')
		.leftJoin('contact', (join) =>
			join.onRef('contact.id', '=', 'targetId').on('feedbackLink.kind', '=', 'contact')
		)
		.select(['feedback.identity', 'feedbackLink.kind', 'reason', 'contact.identity as contact'])
		.orderBy('feedback.identity')
		.orderBy('contact.identity')
		.execute();
	const exposure = await store.db
		.selectFrom('exposure')
		.select(['day', 'teamId', 'agentId', 'channel', 'contacts', 'connected', 'accounts'])
		.orderBy('day')
		.orderBy('agentId')
		.execute();
	const issues = await store.db
		.selectFrom('importIssue')
		.select(['line', 'code'])
		.distinct()
		.orderBy('line')
		.orderBy('code')
		.execute();
	await store.close();
	return { contacts, feedback, links, exposure, issues };
}

/** Numbers in [0, 1): Park and Miller's generator. */
function randomFrom(start: number): () => number {
	let state = start % 2_147_483_647;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
