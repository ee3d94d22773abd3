import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '#server/app/config.ts';
import { openDeps, type OpenedDeps } from '#server/app/deps.ts';
import { openLog } from '#server/app/log.ts';

const packs = resolve(import.meta.dirname, '../../db/packs');
/** Every run sees the same day. */
const now = new Date('2026-11-20T04:00:00Z');

/**
 * Runs `work` on an empty, migrated data folder (its store is `earshot.db`), and removes the folder afterwards. `prepare`
 * runs before it is opened.
 */
export async function inFreshFolder<Result>(
	work: (deps: OpenedDeps, folder: string) => Promise<Result>,
	prepare: (folder: string) => void = () => undefined
): Promise<Result> {
	const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
	try {
		prepare(folder);
		const deps = await openIn(folder);
		return await work(deps, folder).finally(() => deps.close());
	} finally {
		await rm(folder, { recursive: true });
	}
}

export async function openIn(folder: string): Promise<OpenedDeps> {
	const config = readConfig({ EARSHOT_DATA: folder, EARSHOT_PACKS: packs });
	return openDeps(config, openLog('error'), { now: () => now });
}
