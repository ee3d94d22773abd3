import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '#server/storage/connect.ts';
import { aFolder, dump, importRows, openTestDeps, toCsv, writeFileIn } from './deps.ts';
import { complaintRows, organisationRows } from './scene.ts';

const phone = '13812345678';
const header = 'received_on,text,complaint_id\n';

function start(dataDir: string, args: readonly string[]) {
	const child = spawn(process.execPath, [resolve('src/cli/main.ts'), 'watch', ...args], {
		env: { PATH: process.env.PATH, EARSHOT_DATA: dataDir, LOG_LEVEL: 'info' }
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
	const ended = new Promise<{ code: number | null; said: string }>((done) =>
		child.on('close', (code) => done({ code, said }))
	);
	return { ended, stop: () => child.kill('SIGTERM'), said: () => said };
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + 40_000;
	while (!(await isTrue())) {
		if (Date.now() > end) throw new Error('It never came to that.');
		await new Promise((done) => setTimeout(done, 20));
	}
}

async function withOrganisation(): Promise<string> {
	const dataDir = aFolder();
	const deps = await openTestDeps({ dataDir });
	await importRows(deps, organisationRows);
	await deps.close();
	return dataDir;
}

async function dumpOf(dataDir: string) {
	const store = openStore({ location: join(dataDir, 'earshot.db') });
	const rows = await dump({ store });
	await store.close();
	return rows;
}

describe('earshot watch', () => {
	it('--once imports what is there, files it with a masked report, and leaves unfinished files alone', async () => {
		const dataDir = await withOrganisation();
		const dir = aFolder();
		writeFileIn(dir, 'good.csv', toCsv(complaintRows));
		writeFileIn(dir, 'half.csv', `${header}2026-07-01,Call ${phone},a\nsoon ${phone},Call ${phone},b\n`);
		writeFileIn(dir, 'bad.csv', 'what,is,this\n1,2,3\n');
		writeFileIn(dir, 'later.csv.part', header);
		const { code, said } = await start(dataDir, [dir, '--once']).ended;
		expect(code).toBe(1);
		expect(readdirSync(dir).sort()).toEqual(['done', 'failed', 'later.csv.part']);
		const filed = (folder: string) => readdirSync(join(dir, folder)).filter((name) => name.endsWith('.csv'));
		expect([filed('done'), filed('failed')]).toEqual([['good.csv', 'half.csv'], ['bad.csv']]);
		const report = readFileSync(join(dir, 'done/half.csv.report.txt'), 'utf8');
		expect(report).toContain('read 2 · stored 1 · updated 0 · unchanged 0 · issues 1');
		expect(report).toContain('line 3, received_on');
		const told = JSON.parse(readFileSync(join(dir, 'failed/bad.csv.report.json'), 'utf8')) as object;
		expect(told).toMatchObject({ importId: null, failure: expect.stringContaining('no importer fits') });
		const reports = readdirSync(join(dir, 'done')).filter((name) => name.includes('.report.'));
		const written = reports.map((name) => readFileSync(join(dir, 'done', name), 'utf8')).join();
		expect(written + said).not.toContain(phone);

		writeFileIn(dir, 'good.csv', toCsv(complaintRows));
		expect((await start(dataDir, [dir, '--once']).ended).code).toBe(0);
		expect(filed('done')).toEqual(['good-2.csv', 'good.csv', 'half.csv']);
		expect(readFileSync(join(dir, 'done/good-2.csv.report.txt'), 'utf8')).toContain('stored 0');
	});

	it('uses mapping.json for the files whose header it fits, and the header for others', async () => {
		const dataDir = await withOrganisation();
		const dir = aFolder();
		const mapping = {
			importer: 'complaints',
			columns: { received_on: { from: '日期' }, text: { from: '内容' }, channel: { constant: 'phone' } },
			dateOrder: 'day-first'
		};
		writeFileIn(dir, 'mapping.json', JSON.stringify(mapping));
		writeFileIn(dir, 'ours.csv', '日期,内容\n05/03/2026,天天打电话骂我\n');
		writeFileIn(dir, 'plain.csv', `${header}2026-07-01,They shout at me,a\n`);
		expect((await start(dataDir, [dir, '--once']).ended).code).toBe(0);
		const { feedback } = await dumpOf(dataDir);
		expect(feedback).toMatchObject([
			{ receivedOn: '2026-03-05', channel: 'phone' },
			{ receivedOn: '2026-07-01', channel: null }
		]);
		expect(existsSync(join(dir, 'mapping.json'))).toBe(true);

		writeFileIn(dir, 'mapping.json', '{"importer": "complaints", "columns": {}}');
		writeFileIn(dir, 'ours.csv', '日期,内容\n05/03/2026,天天打电话骂我\n');
		expect((await start(dataDir, [dir, '--once']).ended).code).toBe(1);
		expect(readFileSync(join(dir, 'failed/ours.csv.report.txt'), 'utf8')).toContain(
			'mapping.json says nothing of'
		);
	});

	it('ends after a batch when told to, and goes on with the file at the next start', async () => {
		const dataDir = await withOrganisation();
		const dir = aFolder();
		const rows = 8_000;
		const lines = Array.from({ length: rows }, (_, at) => `2026-07-01,They rang me ${at % 97} times,c-${at}`);
		const first = start(dataDir, [dir]);
		await until(() => first.said().includes('Watching'));
		writeFileIn(dir, 'many.csv', `${header}${lines.join('\n')}\n`);
		const store = openStore({ location: join(dataDir, 'earshot.db') });
		const count = async () => {
			const all = await store.db
				.selectFrom('import')
				.selectAll()
				.where('fileName', '=', 'many.csv')
				.execute();
			return all.at(-1)?.readCount ?? 0;
		};
		await until(async () => (await count()) > 0);
		first.stop();
		const { code } = await first.ended;
		expect(code).toBe(0);
		const stoppedAt = await count();
		await store.close();
		expect(stoppedAt).toBeGreaterThan(0);
		expect(stoppedAt).toBeLessThan(rows);
		expect(existsSync(join(dir, 'many.csv'))).toBe(true);

		expect((await start(dataDir, [dir, '--once']).ended).code).toBe(0);
		const stored = await dumpOf(dataDir);
		const imports = stored['import'] ?? [];
		expect(imports).toHaveLength(2);
		expect(imports[1]).toMatchObject({
			status: 'done',
			readCount: rows,
			storedCount: rows,
			unchangedCount: 0
		});
		expect(stored['feedback']).toHaveLength(rows);
		expect(existsSync(join(dir, 'done/many.csv.report.json'))).toBe(true);
	});

	it('says so when there is no such folder', async () => {
		const { code, said } = await start(aFolder(), [join(aFolder(), 'nowhere'), '--once']).ended;
		expect(code).toBe(1);
		expect(said).toContain('There is no folder');
	});
});

it('earshot keys makes, lists and revokes', async () => {
	const dataDir = await withOrganisation();
	const run = async (...args: string[]) => {
		const child = spawn(process.execPath, [resolve('src/cli/main.ts'), 'keys', ...args], {
			env: { PATH: process.env.PATH, EARSHOT_DATA: dataDir }
		});
		let out = '';
		child.stdout.on('data', (chunk) => (out += String(chunk)));
		await new Promise((done) => child.on('close', done));
		return out;
	};
	const key = await run('create', '--name', 'CRM', '--allow', 'import,read');
	expect(key).toMatch(/^ear_\w{8}_\w{40}\n$/);
	const prefix = key.slice(4, 12);
	expect(await run('list')).toContain(`${prefix}  CRM  import,read  all agencies`);
	expect(await run('revoke', prefix)).toContain('revoked');
	expect(await run('list')).toMatch(/revoked \d{4}-/);
	expect(await run('list')).not.toContain(key.slice(13, 30));
});
