import { Worker } from 'node:worker_threads';
import type { Config } from '../app/config.ts';
import type { Log } from '../app/log.ts';
import { openScanSchedule } from '../app/scan-schedule.ts';

export interface SignalLoop {
	stop(): Promise<void>;
}

const pollMs = 3000;
/** After a scan that failed: the next try will most likely fail too. */
const pauseMs = 10 * 60_000;
const thread = new URL('./signal-thread.ts', import.meta.url);

/** Looks for signals after imports and daily, in a thread so that pages stay quick. */
export async function startSignalLoop(config: Config, log: Log, logLevel: string): Promise<SignalLoop> {
	const schedule = await openScanSchedule(config);
	let current: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
	let isStopping = false;
	let notBefore = 0;
	const look = async () => {
		if (current || isStopping || Date.now() < notBefore) return;
		if (!(await schedule.isDue(new Date())) || isStopping) return;
		const worker = new Worker(thread, { workerData: { config, logLevel } });
		const ended = new Promise<void>((done) => {
			worker.once('error', (error) => {
				notBefore = Date.now() + pauseMs;
				log.error({ message: error.message }, 'scan for signals failed');
			});
			worker.once('exit', () => done());
		});
		current = { worker, ended };
		await ended;
		current = null;
	};
	const timer = setInterval(() => {
		look().catch((error: unknown) => {
			notBefore = Date.now() + pauseMs;
			log.error({ message: error instanceof Error ? error.message : String(error) }, 'signal loop failed');
		});
	}, pollMs);
	return {
		stop: async () => {
			isStopping = true;
			clearInterval(timer);
			if (current) {
				// What a scan found is kept in one transaction: an unfinished one leaves nothing behind.
				const { worker, ended } = current;
				await worker.terminate();
				await ended;
			}
			await schedule.close();
		}
	};
}
