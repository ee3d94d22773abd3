import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { AttributedRow } from './attributed-rows.ts';
import type { Deps } from './deps.ts';
import { prepareFeedback } from './prepare-feedback.ts';
import type { PrepareThreadInput } from './prepare-thread.ts';

/** Masks and tags rows: see {@link prepareFeedback}. */
export interface Preparer {
	/** Does so at once, or has a thread do it. */
	prepare(rows: readonly AttributedRow[]): Promise<readonly MaskedFeedback[]>;
	/** A thread would take rows at once. */
	hasRoom(): Promise<boolean>;
	close(): Promise<void>;
}
export interface PreparerOptions {
	/** Threads beside this one. */
	readonly threads?: number;
	/** Milliseconds of work, or so many rows, after which they are started: each of them has to read the rules first. */
	readonly startAfterMs?: number;
	readonly startAfterRows?: number;
}

const thread = new URL('./prepare-thread.ts', import.meta.url);
/** So that a thread has enough while this one stores a batch; what it cannot take, this one does meanwhile. */
const mostInHand = 10;

type Settings = Pick<Deps, 'tagger' | 'emergencyThemes' | 'pseudonymKey' | 'packs' | 'packsDir'>;

/** A long import is prepared by all processors, a short one by the thread that is there. */
export function createPreparer(
	deps: Settings,
	{ threads = availableParallelism() - 1, startAfterMs = 2500, startAfterRows = 3000 }: PreparerOptions = {}
): Preparer {
	let helpers: readonly Helper[] = [];
	let spentMs = 0;
	let rowsDone = 0;
	return {
		prepare: async (rows) => {
			if (rows.length === 0) return [];
			if (helpers.length < threads && (spentMs >= startAfterMs || rowsDone >= startAfterRows))
				helpers = Array.from({ length: threads }, () => new Helper(deps));
			const free = helpers.find((helper) => helper.isFree);
			if (free) return free.prepare(rows);
			const startedAt = performance.now();
			const prepared = rows.map(({ attributed, mapped }) => prepareFeedback(deps, attributed, mapped));
			spentMs += performance.now() - startedAt;
			rowsDone += rows.length;
			return prepared;
		},
		hasRoom: async () => {
			// What threads have done is told between two turns.
			if (helpers.length > 0) await new Promise((resolve) => setImmediate(resolve));
			return helpers.some((helper) => helper.isFree);
		},
		close: async () => {
			await Promise.all(helpers.map((helper) => helper.close()));
		}
	};
}

interface Promised {
	readonly keep: (prepared: readonly MaskedFeedback[]) => void;
	readonly fail: (error: Error) => void;
}

class Helper {
	readonly #worker: Worker;
	readonly #inHand: Promised[] = [];
	#isReady = false;
	#failure: Error | null = null;

	constructor({ packs, packsDir, pseudonymKey }: Settings) {
		const input: PrepareThreadInput = { packsDir, pseudonymKey };
		this.#worker = new Worker(thread, { workerData: input });
		// What a person edits while an import is under way counts from the next one on.
		this.#worker.once('message', (version: string) => {
			this.#isReady = version === packs.version;
			this.#worker.on('message', (prepared: readonly MaskedFeedback[]) =>
				this.#inHand.shift()?.keep(prepared)
			);
		});
		this.#worker.once('error', (error: Error) => this.#fail(error));
		this.#worker.once('exit', () => this.#fail(new Error('A thread that prepares rows has ended.')));
	}

	/** A failed one is asked, so that its failure is told. */
	get isFree(): boolean {
		return this.#failure !== null || (this.#isReady && this.#inHand.length < mostInHand);
	}

	async prepare(rows: readonly AttributedRow[]): Promise<readonly MaskedFeedback[]> {
		if (this.#failure) throw this.#failure;
		return new Promise((keep, fail) => {
			this.#inHand.push({ keep, fail });
			this.#worker.postMessage(rows);
		});
	}

	async close(): Promise<void> {
		await this.#worker.terminate();
	}

	#fail(error: Error): void {
		this.#failure ??= error;
		for (const { fail } of this.#inHand.splice(0)) fail(this.#failure);
	}
}
