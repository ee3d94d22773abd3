import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';

/** Migrates a store in a process of its own that dies outright after a number of statements. */
const migrateAndDie = `
	import { openStore } from '#server/storage/connect.ts';
	import { migrate } from '#server/storage/migrate.ts';
	const [location, statements] = process.argv.slice(1);
	let left = Number(statements);
	const store = openStore({ location, log: () => { if (--left === 0) process.kill(process.pid, 'SIGKILL'); } });
	await migrate(store);
	await store.close();
`;

function run(location: string, statements: number): Promise<string> {
	return new Promise((done, fail) => {
		const child = spawn(
			'node',
			['--input-type=module', '--eval', migrateAndDie, '--', location, `${statements}`],
			{ stdio: ['ignore', 'ignore', 'pipe'] }
		);
		let words = '';
		child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
		child.once('error', fail);
		child.once('exit', (code, signal) => done(signal ?? (code === 0 ? 'done' : words)));
	});
}

describe('a migration of SQLite', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'earshot-migrate-'));
	});
	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it.each([25, 45, 65])('killed after %i statements is done by the next start', async (statements) => {
		const location = join(folder, `killed-${statements}.db`);
		expect(await run(location, statements)).toBe('SIGKILL');
		const store = openStore({ location });
		await expect(migrate(store)).resolves.toBeUndefined();
		await store.close();
	});

	it('started by two processes at once is done once, and neither fails', async () => {
		const location = join(folder, 'twice.db');
		expect(await Promise.all([run(location, Infinity), run(location, Infinity)])).toEqual(['done', 'done']);
	});
});
