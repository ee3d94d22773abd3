import type { Config } from '../app/config.ts';
import type { Log } from '../app/log.ts';
import { openQueue } from '../app/import-queue.ts';
import type { ThreadInput } from './import-thread.ts';
import { startThreadLoop, type ThreadLoop } from './thread-loop.ts';

/**
 * Does the imports and rollings back that wait in the store, one after the other; first of all those that an earlier
 * process left behind. Several processes may do this over one store. A batch is one transaction: whatever moment a thread
 * ends at, the next start goes on from the last one.
 */
export async function startImportLoop(config: Config, log: Log, logLevel: string): Promise<ThreadLoop> {
	const queue = await openQueue(config, log);
	return startThreadLoop(
		{
			name: 'import',
			thread: new URL('./import-thread.ts', import.meta.url),
			pollMs: 400,
			// The queue says itself what became of a failed import; others wait behind it.
			pauseMs: 0,
			next: () => queue.next(),
			inputFor: (task): ThreadInput => ({ config, task, logLevel }),
			told: ({ importId }) => ({ importId }),
			settle: ({ importId }) => queue.settle(importId),
			close: () => queue.close()
		},
		log
	);
}
