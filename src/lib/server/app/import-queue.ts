import { unfinishedImports } from '../storage/import-jobs.ts';
import { openStore } from '../storage/connect.ts';
import { migrate } from '../storage/migrate.ts';
import type { Config } from './config.ts';
import { finishImport, getImport } from '../storage/imports.ts';
import { isLeftBehind, workerName } from './import-worker-name.ts';
import type { Log } from './log.ts';

export interface ImportQueue {
	/** The import to do next: one that was left under way, else the one that waits longest; null: none. */
	next(): Promise<number | null>;
	/** After its thread has ended: an import that it has not written the end of has failed. */
	settle(importId: number): Promise<void>;
	close(): Promise<void>;
}

/** Looks at the imports of a store over a connection of its own. */
export async function openQueue(
	{ storeLocation }: Pick<Config, 'storeLocation'>,
	log: Log
): Promise<ImportQueue> {
	const store = openStore({ location: storeLocation });
	await migrate(store);
	/** Tried and failed at in this process: it stays with what is written beside it. */
	const tried = new Set<number>();
	return {
		next: async () => {
			const rows = await unfinishedImports(store);
			const left = rows.find(
				(row) => row.status === 'running' && !tried.has(row.id) && isLeftBehind(row, new Date())
			);
			const row = left ?? rows.find(({ status }) => status === 'waiting');
			if (!row) return null;
			if (left) {
				tried.add(left.id);
				log.warn({ importId: left.id, read: left.readCount }, 'import is continued');
			}
			return row.id;
		},
		settle: async (importId) => {
			const row = await getImport(store, importId);
			if (row?.status !== 'running' || row.worker !== workerName()) return;
			const failure = 'The import ended unexpectedly; see the log. Continue it, or roll it back.';
			await finishImport(store, importId, {
				status: 'failed',
				finishedAt: new Date().toISOString(),
				failure
			});
		},
		close: () => store.close()
	};
}
