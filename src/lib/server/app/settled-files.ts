import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface Seen {
	readonly size: number;
	readonly changedMs: number;
	/** Since when it is so. */
	readonly since: number;
}
export interface Settled {
	/** Files that nobody writes to any more, in order of their names. */
	readonly names: readonly string[];
	/** Files that may still grow. */
	readonly unsettled: number;
}

/** Columns for files whose own names are not ours; part of the folder, and never imported itself. */
export const mappingName = 'mapping.json';
const settledAfterMs = 2_000;
const unfinished = /\.(part|tmp|crdownload|filepart|swp)$/i;

/** Looks for files to import, again and again: one is settled when it has not changed for two seconds of looking. */
export function createFolderWatch(dir: string, now = () => performance.now()): () => Promise<Settled> {
	let seen = new Map<string, Seen>();
	return async () => {
		const current = new Map<string, Seen>();
		for (const entry of await readdir(dir, { withFileTypes: true })) {
			const { name } = entry;
			if (!entry.isFile() || name.startsWith('.') || name === mappingName || unfinished.test(name)) continue;
			const found = await stat(join(dir, name)).catch(() => null);
			if (!found) continue;
			const before = seen.get(name);
			const isSame = before?.size === found.size && before.changedMs === found.mtimeMs;
			current.set(name, { size: found.size, changedMs: found.mtimeMs, since: isSame ? before.since : now() });
		}
		seen = current;
		const isSettled = ({ since }: Seen) => now() - since >= settledAfterMs;
		const names = [...current].flatMap(([name, state]) => (isSettled(state) ? [name] : [])).sort();
		return { names, unsettled: current.size - names.length };
	};
}
