import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isBuildStale } from './build-state.ts';
import { checkAddress, serve, startJobs } from './serve.ts';

/** `npm start`: builds when the sources are newer than the build, loads the demo into an empty data folder, serves. */
async function start(): Promise<void> {
	const isDev = process.argv.includes('--dev');
	const address = checkAddress(process.env);
	const steps = [run('node', ['db/seed/load.ts'])];
	if (!isDev && (await isBuildStale())) steps.push(build());
	await Promise.all(steps);
	if (!isDev) return serve(address);
	const jobs = await startJobs();
	await run('vite', ['dev', '--host', address.host, '--port', String(address.port)]);
	await jobs.stop();
}

async function build(): Promise<void> {
	console.log('Building Earshot (once, and again when its sources change) …');
	await rm(resolve('build'), { recursive: true, force: true });
	await run('vite', ['build', '--logLevel', 'warn']);
}

/** Runs a program of node_modules/.bin (npm puts it on the path); its failure ends the start with its exit code. */
async function run(program: string, args: readonly string[]): Promise<void> {
	const child = spawn(program, args, { stdio: 'inherit' });
	await new Promise<void>((done, fail) => {
		child.on('error', fail);
		child.on('exit', (code, signal) =>
			code === 0 ? done() : fail(new Error(`${program} ${args[0]} ended with ${signal ?? code}.`))
		);
	});
}

try {
	await start();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
