import { Worker } from 'node:worker_threads';
import type { Config } from '../app/config.ts';
import type { Log } from '../app/log.ts';
import { openQueue } from '../app/import-queue.ts';
import type { ThreadInput } from './import-thread.ts';

export interface ImportLoop {
	/** Starts nothing more and waits for the import under way to reach the end of its batch. */
	stop(): Promise<void>;
}

const pollMs = 400;
const thread = new URL('./import-thread.ts', import.meta.url);

/**
 * Does the imports and rollings back that wait in the store, one after the other, each in a thread so that pages stay quick; first of all
 * those that an earlier process left behind. Several processes may do this over one store.
 */
export async function startImportLoop(config: Config, log: Log, logLevel: string): Promise<ImportLoop> {
	const queue = await openQueue(config, log);
	let current: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
	let isStopping = false;
	const look = async () => {
		if (current || isStopping) return;
		const task = await queue.next();
		if (task === null || isStopping) return;
		const { importId } = task;
		const input: ThreadInput = { config, task, logLevel };
		const worker = new Worker(thread, { workerData: input });
		const ended = new Promise<void>((done) => {
			worker.once('error', (error) =>
				log.error({ importId, message: error.message }, 'import thread failed')
			);
			worker.once('exit', () => done());
		});
		current = { worker, ended };
		await ended;
		if (!isStopping) await queue.settle(importId);
		current = null;
	};
	const timer = setInterval(() => {
		look().catch((error: unknown) =>
			log.error({ message: error instanceof Error ? error.message : String(error) }, 'import loop failed')
		);
	}, pollMs);
	return {
		stop: async () => {
			isStopping = true;
			clearInterval(timer);
			if (current) {
				// A batch is one transaction: whatever moment it ends at, the next start goes on from the last one.
				const { worker, ended } = current;
				await worker.terminate();
				await ended;
			}
			await queue.close();
		}
	};
}
