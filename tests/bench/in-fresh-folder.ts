import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readConfig } from '#server/app/config.ts';
import { openDeps, type OpenedDeps } from '#server/app/deps.ts';
import { openLog } from '#server/app/log.ts';

const packs = resolve(import.meta.dirname, '../../db/packs');
/** Every run sees the same day. */
const now = new Date('2026-11-20T04:00:00Z');

/** Runs `work` on an empty, migrated data folder (its store is `earshot.db`), and removes the folder afterwards. */
export async function inFreshFolder<Result>(
	work: (deps: OpenedDeps, folder: string) => Promise<Result>
): Promise<Result> {
	const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
	try {
		const config = readConfig({ EARSHOT_DATA: folder, EARSHOT_PACKS: packs });
		const deps = await openDeps(config, openLog('error'), { now: () => now });
		return await work(deps, folder).finally(() => deps.close());
	} finally {
		await rm(folder, { recursive: true });
	}
}
