import type { Actor } from '#core/domain/actor.ts';
import type { AuditEntry } from '#core/domain/audit.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportStatus } from '#core/domain/import.ts';
import { textSketcher } from '#core/text/sketch.ts';
import { inWrite } from '../storage/change-sequence.ts';
import {
	askRollBack,
	cancelWaiting,
	claimImport,
	markRolledBack,
	requestCancel
} from '../storage/import-jobs.ts';
import { getImport, type ImportRow } from '../storage/imports.ts';
import { rollBackRows, type RolledBack } from '../storage/roll-back.ts';
import type { Deps } from './deps.ts';
import { isLeftBehind, workerName } from './import-worker-name.ts';
import { linkWindowOf } from './link-window.ts';
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
		checkReversible(await importOf(deps, importId), deps.now());
		return takeOut(deps, importId, actor.id);
	},
	rolledBack
);

/**
 * Leaves the rolling back of an import to a worker: a big one takes as long as its import did. Throws as
 * {@link rollBackImport}.
 */
export const requestRollBack = verb(
	'import',
	async (deps: Deps, actor: Actor, importId: number) => {
		const row = await importOf(deps, importId);
		checkReversible(row, deps.now());
		if (!(await askRollBack(deps.store, importId, { seen: row, actorId: actor.id })))
			throw new EarshotError('busy', `Import ${importId} has just been taken up: look at it again.`);
	},
	rolledBack
);

function rolledBack(importId: number): AuditEntry {
	return { action: 'roll_back', kind: 'import', id: String(importId) };
}

/**
 * Rolls an import back that somebody asked it of, or that a worker was at when it ended: it had changed nothing then. Throws
 * `busy` when another process is at it.
 */
export const finishRollBack = verb(
	'import',
	async (deps: Deps, actor: Actor, importId: number): Promise<RolledBack> => {
		const row = await importOf(deps, importId);
		const now = deps.now();
		const isFree = row.status === 'rolling_back' && isLeftBehind(row, now);
		const claim = { worker: workerName(), at: now.toISOString(), seen: row, status: row.status };
		if (!isFree || !(await claimImport(deps.store, importId, claim)))
			throw new EarshotError('busy', `Import ${importId} was taken by another process.`);
		return takeOut(deps, importId, row.rolledBackBy ?? actor.id);
	}
);

async function takeOut(deps: Deps, importId: number, actorId: string): Promise<RolledBack> {
	const at = deps.now().toISOString();
	const context = { sketcher: textSketcher, at, linkWindow: await linkWindowOf(deps.store) };
	const done = await inWrite(deps.store, async (trx) => {
		const rolledBack = await rollBackRows(trx, importId, context);
		await markRolledBack(trx, importId, { at, actorId });
		return rolledBack;
	});
	deps.log.info({ importId, ...done }, 'import rolled back');
	return done;
}

/** Asks a waiting or running import to end after the batch it is at. Throws `not-found` or `bad-input`. */
export const cancelImport = verb('import', async (deps: Deps, _actor: Actor, importId: number) => {
	if (await cancelWaiting(deps.store, importId, deps.now().toISOString())) return;
	const { status } = await importOf(deps, importId);
	if (status !== 'running') throw new EarshotError('bad-input', `Import ${importId} is not under way.`);
	await requestCancel(deps.store, importId);
});

async function importOf(deps: Deps, importId: number): Promise<ImportRow> {
	const row = await getImport(deps.store, importId);
	if (!row) throw new EarshotError('not-found', `There is no import ${importId}.`);
	return row;
}

/** Would {@link rollBackImport} do it? */
export function isReversible(row: ImportRow, now: Date): boolean {
	try {
		checkReversible(row, now);
		return true;
	} catch (error) {
		if (error instanceof EarshotError) return false;
		throw error;
	}
}

function checkReversible(row: ImportRow, now: Date): void {
	const { id, status, importer } = row;
	if (status === 'running' && !isLeftBehind(row, now))
		throw new EarshotError('busy', `Import ${id} is under way: cancel it first.`);
	if (status === 'rolling_back') throw new EarshotError('busy', `Import ${id} is being rolled back already.`);
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
