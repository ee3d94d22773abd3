import { type Change } from '../storage/change-sequence.ts';
import type { Store } from '../storage/connect.ts';
import { hasRunningImport } from '../storage/imports.ts';

/** What is left for pages to do between two times that an import's rows are counted. */
const mostLagMs = 8000;

/**
 * How far the facts may stay behind. What anybody does shows at once; rows that an import under way adds, batch by batch, show
 * some seconds later and all together, so that a page is not counted anew for each batch.
 */
export class SyncPace {
	readonly #mostLagMs: number;
	#syncedAt = -Infinity;
	/** Of the feedback that the facts know. */
	#lastId = 0;

	constructor(lagMs = mostLagMs) {
		this.#mostLagMs = lagMs;
	}

	/** These changes may be left for later. */
	async canWait(store: Store, changes: readonly Change[]): Promise<boolean> {
		if (performance.now() - this.#syncedAt >= this.#mostLagMs) return false;
		const isAdded = ({ entity, firstId }: Change) => entity === 'feedback' && firstId > this.#lastId;
		return changes.every(isAdded) && (await hasRunningImport(store));
	}

	/** The facts know all feedback up to this id. */
	synced(lastId: number): void {
		this.#syncedAt = performance.now();
		this.#lastId = Math.max(this.#lastId, lastId);
	}
}
