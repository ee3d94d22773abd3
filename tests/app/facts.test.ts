import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import { rebuildFacts, verifyFacts } from '#server/app/facts-check.ts';
import { overview } from '#server/app/overview.ts';
import { countByDimension } from '#server/facts/questions/count-by-dimension.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { storeAsSource, type Source } from '#server/storage/question-schema.ts';
import {
	administrator,
	aFilter,
	aFolder,
	dump,
	importRows,
	listOf,
	openTestDeps,
	type CsvRow,
	type TestDeps
} from './deps.ts';
import { complaintRows, exposureRows, importScene } from './scene.ts';

/** A closed data folder with the scene in store and facts; every test works on a copy of it. */
const original = aFolder();
let seen: unknown;
beforeAll(async () => {
	const deps = await openTestDeps({ dataDir: original });
	await importScene(deps);
	seen = await see(deps);
	await deps.close();
});

const files = ['earshot.db', 'facts.duckdb', 'pseudonym.key'];

async function openCopy(change: (dataDir: string) => void = () => undefined): Promise<TestDeps> {
	const dataDir = aFolder();
	for (const file of files) copyFileSync(join(original, file), join(dataDir, file));
	change(dataDir);
	return openTestDeps({ dataDir });
}

async function see(deps: TestDeps): Promise<unknown> {
	return (await overview(deps, administrator, { filter: aFilter(), grain: null })).answer;
}

async function expectEqual(deps: TestDeps): Promise<void> {
	const { tables, isEqual } = await verifyFacts(deps, administrator, undefined);
	for (const { table, store, facts } of tables) expect([table, facts]).toEqual([table, store]);
	expect(isEqual).toBe(true);
}

async function runInFacts(dataDir: string, sql: string): Promise<void> {
	const instance = await DuckDBInstance.create(join(dataDir, 'facts.duckdb'));
	const connection = await instance.connect();
	await connection.run(sql);
	connection.closeSync();
	instance.closeSync();
}

function aComplaint(at: number, text = 'They called my mother.'): CsvRow {
	return { complaint_id: `F-${at}`, received_on: '2026-06-10', borrower_ref: `B-${at}`, text };
}
const many = (count: number, text?: string) => Array.from({ length: count }, (_, at) => aComplaint(at, text));

describe('facts equal the store', () => {
	it('after imports of every kind', async () => {
		const deps = await openCopy();
		await expectEqual(deps);
		const { tables } = await verifyFacts(deps, administrator, undefined);
		const rows = await dump(deps);
		const tags = rows.tag as readonly { feedbackId: number; isCounted: number }[];
		const counted = tags.filter(({ isCounted }) => isCounted === 1);
		expect(tables.map(({ table, facts }) => [table, facts.rows])).toEqual([
			['feedback', rows.feedback?.length],
			['tag', rows.tag?.length],
			['exposure', rows.exposure?.length],
			['theme_set', new Set(counted.map(({ feedbackId }) => feedbackId)).size]
		]);
	});

	it.each([
		[
			'a set that stands for another theme',
			`update theme_set set theme = 'x' where theme = 'third_party_contact'`
		],
		['a set that is gone', `delete from theme_set where theme = 'third_party_contact'`],
		['a bit too many', 'update feedback set conduct_themes = conduct_themes | 64'],
		['other severities', 'update feedback set levels = levels | 1']
	])('and where not, %s is found, and mended by making them anew', async (_, damage) => {
		const { dataDir, close } = await openCopy();
		await close();
		await runInFacts(dataDir, damage);
		const deps = await openTestDeps({ dataDir });
		const { tables, isEqual } = await verifyFacts(deps, administrator, undefined);
		expect(isEqual).toBe(false);
		expect(tables.filter((one) => !one.isEqual).map(({ table }) => table)).toEqual(['theme_set']);
		await rebuildFacts(deps, administrator, undefined);
		await expectEqual(deps);
	});

	it('after changed rows: what they were is gone', async () => {
		const deps = await openCopy();
		const withTheme = () =>
			listOf(deps, aFilter({ theme: ['third_party_contact'] })).then(({ total }) => total);
		const before = await withTheme();
		await importRows(deps, many(30));
		expect(await withTheme()).toBe(before + 30);
		await importRows(deps, [...many(10, 'He swore at me.'), aComplaint(99)]);
		expect(await withTheme()).toBe(before + 21);
		await importRows(
			deps,
			exposureRows.map((row) => ({ ...row, connected: 1 }))
		);
		await expectEqual(deps);
	});

	it('after products and regions that nobody had named before', async () => {
		const deps = await openCopy();
		await see(deps);
		await importRows(deps, [
			{ ...aComplaint(1), product: 'Gold Loan', region: "L'Aquila" },
			{ ...aComplaint(2), product: 'A Loan', region: '' }
		]);
		const ask = (source: Source) =>
			Promise.all(
				(['product', 'region'] as const).map((dimension) => countByDimension(source, emptyFilter, dimension))
			);
		const expected = await ask(storeAsSource(deps.store, null));
		expect(expected[1]).toContainEqual({ value: 'laquila', count: 1 });
		expect(await ask(await deps.facts.upToDate(null))).toEqual(expected);
		await expectEqual(deps);
		await rebuildFacts(deps, administrator, undefined);
		expect(await ask(await deps.facts.upToDate(null))).toEqual(expected);
	});

	it('after rows that came while nobody asked', async () => {
		const deps = await openCopy();
		for (let at = 0; at < 5; at++) await importRows(deps, [aComplaint(at), ...many(3, `Version ${at}`)]);
		await expectEqual(deps);
	});

	it('while an import runs every question is answered, and never goes back', async () => {
		const deps = await openCopy();
		await see(deps);
		let isRunning = true;
		const importing = importRows(deps, many(3000)).finally(() => (isRunning = false));
		const totals: number[] = [];
		while (isRunning) {
			const asked = await Promise.all([1, 2, 3].map(() => deps.facts.upToDate(null)));
			for (const source of asked) totals.push((await countFeedback(source, emptyFilter)).feedback);
			await new Promise((resolve) => setImmediate(resolve));
		}
		await importing;
		expect(totals.length).toBeGreaterThanOrEqual(3);
		expect(totals).toEqual(totals.toSorted((a, b) => a - b));
		expect((await listOf(deps, aFilter())).total).toBe(410 + 3000);
		await expectEqual(deps);
	});

	it('while they are made anew questions are answered as ever', async () => {
		const deps = await openCopy();
		const answers = await Promise.all([
			see(deps),
			rebuildFacts(deps, administrator, undefined),
			see(deps),
			see(deps),
			rebuildFacts(deps, administrator, undefined),
			see(deps)
		]);
		for (const answer of answers.filter((each) => typeof each === 'object')) expect(answer).toEqual(seen);
	});
});

describe('facts are disposable', () => {
	const path = (dataDir: string) => join(dataDir, 'facts.duckdb');
	function overwrite(dataDir: string, from: number, to: number): void {
		const bytes = readFileSync(path(dataDir));
		bytes.fill(0x41, from, Math.min(to, bytes.length));
		writeFileSync(path(dataDir), bytes);
	}

	it('lost, they are made again', async () => {
		const deps = await openCopy((dataDir) => rmSync(path(dataDir)));
		expect(await see(deps)).toEqual(seen);
	});

	it.each<[string, (dataDir: string) => void]>([
		['empty', (dataDir) => writeFileSync(path(dataDir), '')],
		['something else', (dataDir) => writeFileSync(path(dataDir), 'id,text\n1,none\n'.repeat(5000))],
		[
			'cut in half',
			(dataDir) =>
				writeFileSync(
					path(dataDir),
					readFileSync(path(dataDir)).subarray(0, statSync(path(dataDir)).size / 2)
				)
		],
		['without its head', (dataDir) => overwrite(dataDir, 0, 4096)],
		['with a head and nothing true behind it', (dataDir) => overwrite(dataDir, 4096, Infinity)],
		['with a torn log', (dataDir) => writeFileSync(`${path(dataDir)}.wal`, 'torn'.repeat(500))]
	])('damaged (%s), they are made again', async (_how, damage) => {
		const deps = await openCopy(damage);
		expect(await see(deps)).toEqual(seen);
		await expectEqual(deps);
	});

	it('damaged in the middle, they are made again on demand', async () => {
		const deps = await openCopy((dataDir) => overwrite(dataDir, statSync(path(dataDir)).size / 2, Infinity));
		await rebuildFacts(deps, administrator, undefined);
		expect(await see(deps)).toEqual(seen);
		await expectEqual(deps);
	});

	it('of another store, they are made again', async () => {
		const other = aFolder();
		const deps = await openTestDeps({ dataDir: other });
		await importRows(
			deps,
			complaintRows.filter(({ agent_id, team_id }) => !agent_id && !team_id)
		);
		await see(deps);
		await deps.close();
		const mixed = await openCopy((dataDir) => copyFileSync(path(other), path(dataDir)));
		expect(await see(mixed)).toEqual(seen);
		await expectEqual(mixed);
	});

	it.each([
		['behind the facts', 10],
		['again ahead of the facts', 1200]
	])('of a store that was restored from a backup and is %s, they are made again', async (_how, rows) => {
		const ahead = await openCopy();
		await importRows(ahead, many(600));
		await see(ahead);
		await ahead.close();
		const restored = await openCopy((dataDir) => copyFileSync(path(ahead.dataDir), path(dataDir)));
		await importRows(restored, many(rows, 'He swore at me.'));
		await expectEqual(restored);
	});

	it('in use by another process, that is said in one sentence, and waited out', async () => {
		const deps = await openCopy();
		const hold = `const { DuckDBInstance } = await import('@duckdb/node-api');
			await DuckDBInstance.create(${JSON.stringify(path(deps.dataDir))});
			console.log('held'); setInterval(() => {}, 1000);`;
		const other = spawn(process.execPath, ['--input-type=module', '-e', hold], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		await once(other.stdout, 'data');
		await expect(see(deps)).rejects.toMatchObject({
			code: 'facts-in-use',
			message: expect.stringMatching(
				/facts\.duckdb is open in another Earshot process\. Stop that one first.*\.$/
			)
		});
		other.kill();
		await once(other, 'exit');
		expect(await see(deps)).toEqual(seen);
	});
});
