import { Worker } from 'node:worker_threads';
import type { Log } from '../app/log.ts';

export interface ThreadLoop {
	/** Starts nothing more and ends the thread under way. */
	stop(): Promise<void>;
}

export interface Rounds<Task> {
	/** As it is written in the log. */
	readonly name: string;
	/** File of the thread; it does one task, and ends. */
	readonly thread: URL;
	readonly pollMs: number;
	/** How long nothing is tried after a failure: the next try will most likely fail too. */
	readonly pauseMs: number;
	/** What is to be done now; null for nothing. */
	next(): Promise<Task | null>;
	/** What the thread is given as its `workerData`. */
	inputFor(task: Task): unknown;
	/** What the log may say of a task. */
	told?(task: Task): Readonly<Record<string, unknown>>;
	/** After the thread has ended, well or not; never when the loop is stopped. */
	settle?(task: Task): Promise<void>;
	close(): Promise<void>;
}

/**
 * Looks again and again whether there is anything to do, and does it in a thread so that pages stay quick, one task at a
 * time. Each task must bear to be ended at any moment: it is begun again by the next start.
 */
export function startThreadLoop<Task>(rounds: Rounds<Task>, log: Log): ThreadLoop {
	let current: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
	let isLooking = false;
	let isStopping = false;
	let notBefore = 0;
	const fail = (error: unknown, task?: Task) => {
		notBefore = Date.now() + rounds.pauseMs;
		const message = error instanceof Error ? error.message : String(error);
		log.error({ ...(task === undefined ? {} : rounds.told?.(task)), message }, `${rounds.name} failed`);
	};
	const look = async () => {
		if (isLooking || isStopping || Date.now() < notBefore) return;
		isLooking = true;
		try {
			const task = await rounds.next();
			if (task === null || isStopping) return;
			const worker = new Worker(rounds.thread, { workerData: rounds.inputFor(task) });
			const ended = new Promise<void>((done) => {
				worker.once('error', (error) => fail(error, task));
				worker.once('exit', () => done());
			});
			current = { worker, ended };
			await ended;
			current = null;
			if (!isStopping) await rounds.settle?.(task);
		} finally {
			isLooking = false;
		}
	};
	const timer = setInterval(() => void look().catch(fail), rounds.pollMs);
	return {
		stop: async () => {
			isStopping = true;
			clearInterval(timer);
			if (current) {
				const { worker, ended } = current;
				await worker.terminate();
				await ended;
			}
			await rounds.close();
		}
	};
}
