import { type Change } from '../storage/change-sequence.ts';
import type { Store } from '../storage/connect.ts';
import type { ChangedEntity } from '../storage/schema.ts';
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
	/** The newest that was there. */
	#last: Readonly<Record<ChangedEntity, number>> = { feedback: 0, exposure: 0, contact: 0 };

	constructor(lagMs = mostLagMs) {
		this.#mostLagMs = lagMs;
	}

	/** These changes may be left for later. */
	async canWait(store: Store, changes: readonly Change[]): Promise<boolean> {
		if (performance.now() - this.#syncedAt >= this.#mostLagMs) return false;
		const isAdded = ({ entity, firstId }: Change) => entity !== 'exposure' && firstId > this.#last[entity];
		return changes.every(isAdded) && (await hasRunningImport(store));
	}

	/** The facts know all up to these ids. */
	synced(last: Readonly<Record<ChangedEntity, number>>): void {
		this.#syncedAt = performance.now();
		this.#last = last;
	}
}
