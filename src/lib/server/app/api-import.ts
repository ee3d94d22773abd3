import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { getImport, listIssues } from '../storage/imports.ts';
import type { ImportAnswer } from './api-answers.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const issuesShown = 500;

/** How an import went. Throws `not-found`, also for one that a key of some agencies did not send itself. */
export const apiImport = verb('read', async (deps: Deps, actor: Actor, id: number): Promise<ImportAnswer> => {
	const row = await getImport(deps.store, id);
	if (!row || (actor.scope !== null && row.actorId !== actor.id))
		throw new EarshotError('not-found', `There is no import ${id}.`);
	return {
		id: row.id,
		importer: row.importer,
		status: row.status,
		started_at: row.startedAt,
		finished_at: row.finishedAt,
		counts: {
			read: row.readCount,
			stored: row.storedCount,
			updated: row.updatedCount,
			unchanged: row.unchangedCount,
			rejected: row.issueCount
		},
		failure: row.failure,
		issues: (await listIssues(deps.store, id, issuesShown)).map(({ column, ...issue }) => ({
			...issue,
			field: column
		}))
	};
});
