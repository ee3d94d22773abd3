import type { ImportStatus } from '#core/domain/import.ts';
import { unfinishedImports } from '../storage/import-jobs.ts';
import { openStore } from '../storage/connect.ts';
import { migrate } from '../storage/migrate.ts';
import type { Config } from './config.ts';
import { finishImport, getImport } from '../storage/imports.ts';
import { isLeftBehind, workerName } from './import-worker-name.ts';
import type { Log } from './log.ts';

/** One thing for a thread to do. */
export interface ImportTask {
	readonly importId: number;
	readonly kind: 'import' | 'roll-back';
}
export interface ImportQueue {
	/** What to do next: what was left under way, else a rolling back, else the import that waits longest; null: nothing. */
	next(): Promise<ImportTask | null>;
	/** After its thread has ended: an import, or a rolling back, that it has not written the end of has failed. */
	settle(importId: number): Promise<void>;
	close(): Promise<void>;
}

const failures: Partial<Record<ImportStatus, string>> = {
	running: 'The import ended unexpectedly; see the log. Continue it, or roll it back.',
	rolling_back: 'Rolling it back ended unexpectedly, and nothing was taken out; see the log. Try again.'
};

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
			const row =
				left ??
				rows.find((row) => row.status === 'rolling_back' && isLeftBehind(row, new Date())) ??
				rows.find(({ status }) => status === 'waiting');
			if (!row) return null;
			if (left) {
				tried.add(left.id);
				log.warn({ importId: left.id, read: left.readCount }, 'import is continued');
			}
			return { importId: row.id, kind: row.status === 'rolling_back' ? 'roll-back' : 'import' };
		},
		settle: async (importId) => {
			const row = await getImport(store, importId);
			if (row?.worker !== workerName()) return;
			const failure = failures[row.status];
			if (failure === undefined) return;
			await finishImport(store, importId, {
				status: 'failed',
				finishedAt: new Date().toISOString(),
				failure
			});
		},
		close: () => store.close()
	};
}
