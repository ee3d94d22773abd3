import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#server/storage/connect.ts';
import { isBuildStale } from '../../src/cli/build-state.ts';
import { checkAddress } from '../../src/cli/serve.ts';
import { aFilter, aFolder, dump, importRows, listOf, openTestDeps, toCsv, writeFileIn } from './deps.ts';
import { complaintRows, exposureRows, organisationRows } from './scene.ts';

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the program as a user does, on a data folder of its own. */
function earshot(
	dataDir: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Promise<Ended> {
	const child = spawn(process.execPath, [resolve('src/cli/main.ts'), ...args], {
		env: { PATH: process.env.PATH, EARSHOT_DATA: dataDir, LOG_LEVEL: 'warn', ...env }
	});
	let out = '';
	let err = '';
	child.stdout.on('data', (chunk) => (out += String(chunk)));
	child.stderr.on('data', (chunk) => (err += String(chunk)));
	return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const inbox = aFolder();
const inboxFile = (name: string, content: string | Uint8Array) => writeFileIn(inbox, name, content);
const said = 'They called my mother on 13812345678';

/** A data folder with the scene's organisation and contacts, made once; tests work on copies. */
const original = aFolder();
beforeAll(async () => {
	const deps = await openTestDeps({ dataDir: original });
	await importRows(deps, organisationRows);
	await importRows(deps, exposureRows);
	await listOf(deps, aFilter());
	await deps.close();
});

function aCopy(): string {
	const folder = aFolder();
	for (const file of ['earshot.db', 'facts.duckdb', 'pseudonym.key'])
		copyFileSync(join(original, file), join(folder, file));
	return folder;
}

async function dumpOf(dataDir: string) {
	const store = openStore({ location: join(dataDir, 'earshot.db') });
	const rows = await dump({ store });
	await store.close();
	return rows;
}

describe('earshot import', () => {
	it('prints what was read, stored and not taken; again, it stores nothing and says so', async ({
		expect
	}) => {
		const folder = aCopy();
		const good = inboxFile('complaints.csv', toCsv(complaintRows));
		const first = await earshot(folder, ['import', good]);
		expect(first).toEqual({
			code: 0,
			err: '',
			out: 'complaints.csv (complaints): read 260 · stored 260 · updated 0 · unchanged 0 · issues 0\n'
		});
		const again = await earshot(folder, ['import', good]);
		expect(again.code).toBe(0);
		expect(again.out).toContain('stored 0 · updated 0 · unchanged 260');
		expect(again.out).toContain('Nothing new');
	});

	it('into a new folder makes it, imports several files in their order, and lists the rows not taken', async ({
		expect
	}) => {
		const folder = join(aFolder(), 'new');
		const files = [
			inboxFile('organisation.csv', toCsv(organisationRows)),
			inboxFile(
				'mixed.csv',
				`received_on,text,agent_id\n2026-06-01,"${said}",a-1\nsoon,"${said}",a-1\n2026-06-01,"${said}",a-77\n`
			)
		];
		const { code, out, err } = await earshot(folder, ['import', ...files], { LOG_LEVEL: 'info' });
		expect(code).toBe(0);
		expect(out.split('\n')).toEqual([
			'organisation.csv (organisation): read 9 · stored 9 · updated 0 · unchanged 0 · issues 0',
			'mixed.csv (complaints): read 3 · stored 1 · updated 0 · unchanged 0 · issues 2',
			expect.stringMatching(/^ {2}line 3, received_on: Not a date: .*\(soon\)$/),
			expect.stringMatching(/^ {2}line 4, agent_id: No such agent .*\(a-77\)$/),
			''
		]);
		expect(err).toContain('import finished');
		expect(out + err).not.toMatch(/mother|138123/);
	});

	it('takes the importer it is told, and says where the rest of a long list of issues is', async () => {
		const rows = Array.from({ length: 15 }, () => `complaint,soon,pigeon,"${said}"`);
		const file = inboxFile('told.csv', ['kind,received_on,channel,text', ...rows, ''].join('\n'));
		const { out } = await earshot(aCopy(), ['import', '--as', 'complaints', file]);
		expect(out).toContain('told.csv (complaints): read 15 · stored 0 · updated 0 · unchanged 0 · issues 15');
		expect(out).toContain('Columns left out: kind');
		expect(out.match(/^ {2}line \d+/gm)).toHaveLength(20);
		expect(out).toMatch(/… all of them on the page \/imports\/\d+\n$/);
	});

	it('reads a file through a mapping that “earshot mapping” printed and a person completed', async () => {
		const dataDir = aFolder();
		const file = inboxFile(
			'tickets.csv',
			toCsv([{ 工单号: 'g-1', 受理日期: '2026年5月5日', 投诉内容: said, 催收渠道: '电联催缴' }])
		);
		const printed = await earshot(dataDir, ['mapping', file]);
		expect(printed.err).toContain('Unknown words in channel, to be put under “values”: 电联催缴.');
		const mapping = { ...(JSON.parse(printed.out) as object), values: { channel: { 电联催缴: 'phone' } } };
		const path = inboxFile('mapping.json', JSON.stringify(mapping));
		const { code, out } = await earshot(dataDir, ['import', '--mapping', path, file]);
		expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('stored 1') });
		const wrong = inboxFile('wrong.json', '{"importer":"complaints","columns":{"txt":{"from":"投诉内容"}}}');
		const refused = await earshot(dataDir, ['import', '--mapping', wrong, file]);
		expect({ ...refused, out: '' }).toMatchObject({ code: 1, err: expect.stringContaining('“txt”') });
	});

	it.concurrent.for<[string, () => string[]]>([
		['a missing file', () => [join(inbox, 'missing.csv')]],
		['a folder', () => [inbox]],
		['an empty file', () => [inboxFile('empty.csv', '')]],
		['a binary file', () => [inboxFile('photo.png', Buffer.from('89504e470d0a1a0a0000', 'hex'))]],
		['a wrong header', () => [inboxFile('wrong.csv', `when,what\n2026-06-01,"${said}"\n`)]],
		[
			'an unknown importer',
			() => ['--as', 'excel', inboxFile('fine.csv', `received_on,text\n2026-06-01,x\n`)]
		]
	])('%s: fails with one sentence and changes nothing', async ([_what, args], { expect }) => {
		const folder = aCopy();
		const before = await dumpOf(folder);
		const { code, out, err } = await earshot(folder, ['import', ...args()]);
		expect(code).toBe(1);
		expect(out).toBe('');
		expect(err).toMatch(/^[^\n]+[.]\n$/);
		expect(err).not.toMatch(/ {4}at |Error:|mother|138123/);
		expect(await dumpOf(folder)).toEqual(before);
	});
});

describe('earshot facts', () => {
	it('verify prints equal counts; changed by hand, they differ, and rebuild mends them', async ({
		expect
	}) => {
		const folder = aCopy();
		const fine = await earshot(folder, ['facts', 'verify']);
		expect(fine).toMatchObject({ code: 0, err: '' });
		const rows = exposureRows.length;
		expect(fine.out).toMatch(
			new RegExp(`exposure +store ${rows} rows (\\w{16}) · facts ${rows} rows \\1 · equal`)
		);
		expect(fine.out).toContain('Facts equal the store.');

		const instance = await DuckDBInstance.create(join(folder, 'facts.duckdb'));
		const connection = await instance.connect();
		await connection.run('delete from exposure where id in (3, 5)');
		connection.closeSync();
		instance.closeSync();
		const changed = await earshot(folder, ['facts', 'verify']);
		expect(changed).toMatchObject({ code: 1, err: '' });
		expect(changed.out).toMatch(new RegExp(`facts ${rows - 2} rows \\w{16} · DIFFERENT`));
		expect(changed.out).toContain('run “earshot facts rebuild”');

		const rebuilt = await earshot(folder, ['facts', 'rebuild']);
		expect(rebuilt).toMatchObject({ code: 0, err: '' });
		expect(rebuilt.out).toMatch(/^Facts rebuilt up to change \d+\.\n$/);
		expect((await earshot(folder, ['facts', 'verify'])).code).toBe(0);
	});

	it('while another process has them open: one sentence', async () => {
		const folder = aCopy();
		const deps = await openTestDeps({ dataDir: folder });
		await listOf(deps, aFilter());
		const { code, err } = await earshot(folder, ['facts', 'verify']);
		expect(code).toBe(1);
		expect(err).toMatch(
			/^The facts file .*facts\.duckdb is open in another Earshot process\. Stop that one first[^\n]*\.\n$/
		);
		await deps.close();
	});

	it('an import goes on while another process answers questions, which see it', async () => {
		const folder = aCopy();
		const deps = await openTestDeps({ dataDir: folder });
		expect((await listOf(deps, aFilter())).total).toBe(0);
		const { code, err } = await earshot(folder, ['import', inboxFile('beside.csv', toCsv(complaintRows))]);
		expect([code, err]).toEqual([0, '']);
		expect((await listOf(deps, aFilter())).total).toBe(260);
	});
});

describe('earshot', () => {
	it('an unknown command prints help and fails', async () => {
		const { code, err } = await earshot(aFolder(), ['nonsense']);
		expect(code).toBe(1);
		expect(err).toMatch(/^error: /);
		expect(err).toContain('Usage: earshot');
	});

	it('--help lists the commands', async () => {
		const { code, out } = await earshot(aFolder(), ['--help']);
		expect(code).toBe(0);
		for (const command of ['import', 'facts']) expect(out).toContain(command);
	});

	it('a folder made by a newer Earshot is left as it is', async () => {
		const folder = aCopy();
		const deps = await openTestDeps({ dataDir: folder });
		const migration = { name: '9999-later', timestamp: '2030-01-01' };
		await deps.store.db
			.insertInto('kysely_migration' as never)
			.values(migration as never)
			.execute();
		await deps.close();
		const before = readFileSync(join(folder, 'earshot.db'));
		const { code, err } = await earshot(folder, ['facts', 'verify']);
		expect(code).toBe(1);
		expect(err).toMatch(/^The database was made by a newer Earshot \(migration 9999-later\)[^\n]*\.\n$/);
		expect(readFileSync(join(folder, 'earshot.db')).equals(before)).toBe(true);
	});
});

describe('npm start', () => {
	it.each([
		[{}, { host: '127.0.0.1', port: 3000 }],
		[
			{ HOST: '', PORT: '' },
			{ host: '127.0.0.1', port: 3000 }
		],
		[
			{ HOST: 'localhost', PORT: '0' },
			{ host: 'localhost', port: 0 }
		],
		[
			{ HOST: '::1', PORT: '65535' },
			{ host: '::1', port: 65535 }
		]
	])('listens on this machine: %j', (env, address) => {
		expect(checkAddress(env)).toEqual(address);
	});

	it.each([{ HOST: '0.0.0.0' }, { HOST: '::' }, { HOST: '192.168.1.7' }, { HOST: '127.0.0.1.example.org' }])(
		'does not listen to others: %j',
		(env) => {
			expect(() => checkAddress(env)).toThrow(/no sign-in yet/);
		}
	);

	it.each(['65536', '-1', '80a', '3000.5'])('PORT=%s is refused', (port) => {
		expect(() => checkAddress({ PORT: port })).toThrow(`PORT=${port} is not a port number`);
	});

	it('builds when there is no build, or when any source is newer', async () => {
		const root = aFolder();
		for (const folder of ['src/lib/i18n/paraglide', 'db', 'build'])
			mkdirSync(join(root, folder), { recursive: true });
		const at = (path: string, minute: number) => {
			const file = writeFileIn(root, path, '');
			utimesSync(file, minute * 60, minute * 60);
		};
		const folders = ['src', 'src/lib', 'src/lib/i18n', 'src/lib/i18n/paraglide', 'db'];
		const settle = () => folders.forEach((folder) => utimesSync(join(root, folder), 60, 60));
		at('src/page.ts', 1);
		at('package.json', 1);
		settle();
		expect(await isBuildStale(root)).toBe(true);
		at('build/index.js', 5);
		expect(await isBuildStale(root)).toBe(false);
		at('src/lib/i18n/paraglide/messages.js', 9);
		settle();
		expect(await isBuildStale(root)).toBe(false);
		at('db/late.json', 6);
		settle();
		expect(await isBuildStale(root)).toBe(true);
		at('build/index.js', 7);
		expect(await isBuildStale(root)).toBe(false);
		utimesSync(join(root, 'src/lib'), 8 * 60, 8 * 60);
		expect(await isBuildStale(root)).toBe(true);
	});
});
