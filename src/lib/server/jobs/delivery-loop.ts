import { Worker } from 'node:worker_threads';
import type { Config } from '../app/config.ts';
import type { Log } from '../app/log.ts';
import { openDeliverySchedule } from '../app/delivery/delivery-schedule.ts';

export interface DeliveryLoop {
	stop(): Promise<void>;
}

const pollMs = 10_000;
/** After a round that failed: the next try will most likely fail too. */
const pauseMs = 10 * 60_000;
const thread = new URL('./delivery-thread.ts', import.meta.url);

/** Sends reports when they are due, in a thread so that pages stay quick; without a mail server it does nothing. */
export async function startDeliveryLoop(config: Config, log: Log, logLevel: string): Promise<DeliveryLoop> {
	if (!process.env.EARSHOT_SMTP_URL) return { stop: async () => {} };
	const schedule = await openDeliverySchedule(config);
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
				log.error({ message: error.message }, 'delivery of reports failed');
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
			log.error({ message: error instanceof Error ? error.message : String(error) }, 'delivery loop failed');
		});
	}, pollMs);
	return {
		stop: async () => {
			isStopping = true;
			clearInterval(timer);
			if (current) {
				// A mail that was under way is sent again by the next start, and its row says so.
				const { worker, ended } = current;
				await worker.terminate();
				await ended;
			}
			await schedule.close();
		}
	};
}
