import { randomUUID } from 'node:crypto';
import type { Log } from './log.ts';

/** Id in the log of each panel that failed; a panel that is not named has its answer. */
export type FailedPanels<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/**
 * Lets a page lose one panel without losing the others: a panel that fails is logged under an id and answers `empty`,
 * which the page must not show. The work runs at once; give all panels before waiting for any.
 */
export function openPanels<Name extends string>(log: Pick<Log, 'error'>) {
	const failed: Partial<Record<Name, string>> = {};
	async function panel<Answer>(name: Name, work: Promise<Answer>, empty: Answer): Promise<Answer> {
		try {
			return await work;
		} catch (cause) {
			const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
			const id = randomUUID().slice(0, 8);
			failed[name] = id;
			log.error({ id, panel: name, message, stack }, 'panel failed');
			return empty;
		}
	}
	return { panel, failed: failed as FailedPanels<Name> };
}
