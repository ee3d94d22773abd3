import { rm } from 'node:fs/promises';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, ImportOptions } from '#core/domain/import.ts';
import type { AnyImporter } from '#core/ingest/registry.ts';
import { claimImport, finishHeld } from '../storage/import-jobs.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { addIssues, countImport, getImport, type ImportRow } from '../storage/imports.ts';
import { findIssues } from './check-rows.ts';
import type { Deps } from './deps.ts';
import { importContacts } from './import-contacts.ts';
import { importExposure } from './import-exposure.ts';
import { importFeedback } from './import-feedback.ts';
import { CancelledError, LostImportError, type ImportJob } from './import-job.ts';
import { importOrganisation } from './import-organisation.ts';
import { isLeftBehind, workerName } from './import-worker-name.ts';
import { openSource } from './open-source.ts';
import { hashOf } from './queue-import.ts';
import { verb } from './verb.ts';

export interface RunInput {
	readonly importId: number;
	/** Called after each stored batch. */
	readonly onProgress?: (counts: ImportCounts) => void;
}

const restartable = ['waiting', 'failed', 'cancelled'];

/**
 * Does an import that was queued, or goes on with one that was broken off, from the row after the last stored one. Its end is
 * kept with it. Throws `busy` when another process is at it or takes it over, `bad-input` when it has ended, `bad-file` when
 * the file is gone, is no longer the same, or cannot be read to its end; what was read until then stays stored.
 */
export const runImport = verb('import', async (deps: Deps, _actor: Actor, input: RunInput): Promise<void> => {
	const row = await claim(deps, input.importId);
	try {
		const status = await readIn(deps, row, input.onProgress);
		await end(deps, row, status, null);
		deps.log.info({ importId: row.id, importer: row.importer, status }, 'import finished');
	} catch (error) {
		if (error instanceof CancelledError) return end(deps, row, 'cancelled', null);
		if (error instanceof LostImportError) throw error;
		const failure = error instanceof EarshotError ? error.message : 'Internal error; see the log.';
		// Where it is no longer this process's, what went wrong is still the news.
		await end(deps, row, 'failed', failure).catch((lost: unknown) => {
			if (!(lost instanceof LostImportError)) throw lost;
		});
		throw error;
	}
});

async function claim(deps: Deps, importId: number): Promise<ImportRow> {
	const row = await getImport(deps.store, importId);
	if (!row) throw new EarshotError('not-found', `There is no import ${importId}.`);
	const now = deps.now();
	const isFree = restartable.includes(row.status) || (row.status === 'running' && isLeftBehind(row, now));
	if (!isFree)
		throw row.status === 'running'
			? new EarshotError('busy', `Import ${importId} is under way in another process.`)
			: new EarshotError('bad-input', `Import ${importId} has ended: import the file again.`);
	if (!(await claimImport(deps.store, importId, { worker: workerName(), at: now.toISOString(), seen: row })))
		throw new EarshotError('busy', `Import ${importId} was taken by another process.`);
	return row;
}

async function readIn(
	deps: Deps,
	row: ImportRow,
	onProgress: RunInput['onProgress']
): Promise<'done' | 'refused'> {
	if (row.filePath === null)
		throw new EarshotError('bad-file', `The file of import ${row.id} was not kept: import it again.`);
	const options = JSON.parse(row.options) as ImportOptions;
	const { file, importer } = await openSource(deps, row.filePath, { importerId: row.importer, options });
	if ((await hashOf(row.filePath)) !== row.fileHash)
		throw new EarshotError(
			'bad-file',
			`“${row.fileName}” has changed since import ${row.id} began: import it as a new file.`
		);
	const job: ImportJob = { deps, file, importId: row.id, onProgress, counted: countsOf(row) };
	if (options.allOrNothing && job.counted.read === 0 && (await isRefused(job, importer))) return 'refused';
	if (importer.produces === 'feedback') await importFeedback(job, importer);
	else if (importer.produces === 'exposure') await importExposure(job, importer);
	else if (importer.produces === 'contact') await importContacts(job, importer);
	else await importOrganisation(job, importer);
	return 'done';
}

/** Keeps what is wrong with the rows, where something is, and stores nothing of them. */
async function isRefused({ deps, file, importId }: ImportJob, importer: AnyImporter): Promise<boolean> {
	const { read, issues, rowsWithIssues } = await findIssues(deps, file, importer);
	if (rowsWithIssues === 0) return false;
	const counts = { read, stored: 0, updated: 0, unchanged: read - rowsWithIssues, issues: rowsWithIssues };
	await inWrite(deps.store, async (trx) => {
		await addIssues(trx, importId, issues);
		await countImport(trx, importId, counts, deps.now().toISOString());
	});
	return true;
}

async function end(
	{ store, now }: Deps,
	{ id, filePath, options }: ImportRow,
	status: 'done' | 'refused' | 'cancelled' | 'failed',
	failure: string | null
): Promise<void> {
	const isEnded = await finishHeld(store, id, workerName(), {
		status,
		finishedAt: now().toISOString(),
		failure
	});
	if (!isEnded) throw new LostImportError(id);
	const { ownsFile } = JSON.parse(options) as ImportOptions;
	if (ownsFile && filePath !== null && (status === 'done' || status === 'refused'))
		await rm(filePath, { force: true });
}

/** The counts kept with an import. */
export function countsOf(row: ImportRow): ImportCounts {
	return {
		read: row.readCount,
		stored: row.storedCount,
		updated: row.updatedCount,
		unchanged: row.unchangedCount,
		issues: row.issueCount
	};
}
