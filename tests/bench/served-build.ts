import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const top = resolve(import.meta.dirname, '../..');
const patienceMs = 300_000;

/** Runs `work` against the built product on a data folder, as `npm start` serves it, and ends the server afterwards. */
export async function onServedBuild<Result>(
	dataDir: string,
	work: (url: string) => Promise<Result>
): Promise<Result> {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = spawn(process.execPath, ['src/cli/start.ts'], {
		cwd: top,
		env: { ...process.env, EARSHOT_DATA: dataDir, HOST: '127.0.0.1', PORT: String(port) },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = once(server, 'exit');
	try {
		await Promise.race([
			answering(url),
			ended.then(() => Promise.reject(new Error('The server ended before it answered.')))
		]);
		return await work(url);
	} finally {
		server.kill('SIGTERM');
		await ended;
	}
}

async function answering(url: string): Promise<void> {
	const until = performance.now() + patienceMs;
	while (performance.now() < until) {
		const response = await fetch(`${url}/health`).catch(() => null);
		if (response?.ok) return;
		await new Promise((done) => setTimeout(done, 250));
	}
	throw new Error(`The server did not answer within ${patienceMs / 1000} s.`);
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	return address.port;
}
