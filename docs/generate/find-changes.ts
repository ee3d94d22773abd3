import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listGenerators } from './registry.ts';
import { openSamples } from './samples.ts';

const folder = 'docs/generated';

/** What would make a generated file right. */
export interface Change {
	readonly path: string;
	/** Null: nothing makes this file any more. */
	readonly text: string | null;
}

/** Makes every generated file and returns those that differ from what is on disk; writes nothing. */
export async function findChanges(top: string): Promise<readonly Change[]> {
	const generators = listGenerators(top);
	const samples = await openSamples(top);
	try {
		const changes: Change[] = [];
		for (const { path, make } of generators) {
			const text = await make(samples);
			if (text !== readText(join(top, path))) changes.push({ path, text });
		}
		const made = new Set(generators.map(({ path }) => path));
		const stale = (await filesIn(top)).filter((path) => !made.has(path));
		return [...changes, ...stale.map((path) => ({ path, text: null }))];
	} finally {
		await samples.close();
	}
}

function readText(path: string): string | null {
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

async function filesIn(top: string): Promise<readonly string[]> {
	if (!existsSync(join(top, folder))) return [];
	const entries = await readdir(join(top, folder), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(top.length + 1));
}
