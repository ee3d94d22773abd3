import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const sources = [
	'src',
	'db',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
/** Written by the build itself. */
const generated = /(^|\/)paraglide$/;

/** Is there no build, or is any source newer than it? */
export async function isBuildStale(root = resolve('.')): Promise<boolean> {
	const built = await stat(join(root, 'build', 'index.js')).catch(() => null);
	if (!built) return true;
	for (const source of sources) if ((await newest(join(root, source))) > built.mtimeMs) return true;
	return false;
}

async function newest(path: string): Promise<number> {
	if (generated.test(path)) return 0;
	const entry = await stat(path).catch(() => null);
	if (!entry) return 0;
	if (!entry.isDirectory()) return entry.mtimeMs;
	const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
	return Math.max(entry.mtimeMs, ...inside);
}
