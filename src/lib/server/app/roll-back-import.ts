import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportStatus } from '#core/domain/import.ts';
import { textSketcher } from '#core/text/sketch.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { markRolledBack, requestCancel } from '../storage/import-jobs.ts';
import { finishImport, getImport, type ImportRow } from '../storage/imports.ts';
import { rollBackRows, type RolledBack } from '../storage/roll-back.ts';
import type { Deps } from './deps.ts';
import { isLeftBehind } from './import-worker-name.ts';
import { verb } from './verb.ts';

const ended: readonly ImportStatus[] = ['done', 'failed', 'cancelled'];

/**
 * Takes everything an import stored out again, in one transaction: see {@link rollBackRows}. The import stays in the
 * history. Throws `not-found`; `busy` while it is under way; `bad-input` for an organisation file (others may rest on its
 * teams by now), the demo, or where there is nothing to take back.
 */
export const rollBackImport = verb(
	'import',
	async (deps: Deps, actor: Actor, importId: number): Promise<RolledBack> => {
		const row = await importOf(deps, importId);
		checkReversible(row, deps.now());
		const done = await inWrite(deps.store, async (trx) => {
			const rolledBack = await rollBackRows(trx, importId, textSketcher);
			await markRolledBack(trx, importId, { at: deps.now().toISOString(), actorId: actor.id });
			return rolledBack;
		});
		deps.log.info({ importId, ...done }, 'import rolled back');
		return done;
	}
);

/** Asks a waiting or running import to end after the batch it is at. Throws `not-found` or `bad-input`. */
export const cancelImport = verb('import', async (deps: Deps, _actor: Actor, importId: number) => {
	const { status } = await importOf(deps, importId);
	if (status === 'running') await requestCancel(deps.store, importId);
	else if (status === 'waiting')
		await finishImport(deps.store, importId, {
			status: 'cancelled',
			finishedAt: deps.now().toISOString(),
			failure: null
		});
	else throw new EarshotError('bad-input', `Import ${importId} is not under way.`);
});

async function importOf(deps: Deps, importId: number): Promise<ImportRow> {
	const row = await getImport(deps.store, importId);
	if (!row) throw new EarshotError('not-found', `There is no import ${importId}.`);
	return row;
}

function checkReversible(row: ImportRow, now: Date): void {
	const { id, status, importer } = row;
	if (status === 'running' && !isLeftBehind(row, now))
		throw new EarshotError('busy', `Import ${id} is under way: cancel it first.`);
	if (row.origin === 'simulated')
		throw new EarshotError('bad-input', 'The demo is removed by “Start empty”.');
	if (importer === 'organisation')
		throw new EarshotError(
			'bad-input',
			'An organisation is corrected by importing it again: feedback may rest on its teams by now.'
		);
	if (status !== 'running' && !ended.includes(status))
		throw new EarshotError('bad-input', `Import ${id} has stored nothing that could be taken back.`);
}
