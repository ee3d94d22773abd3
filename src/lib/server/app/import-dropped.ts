import { join, resolve } from 'node:path';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, ImportOptions, ImportStatus, RowIssue } from '#core/domain/import.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { brokenOffImportOf } from '../storage/import-jobs.ts';
import { getImport, listIssues } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { fitsHeader, readFolderMapping } from './folder-mapping.ts';
import { openSource } from './open-source.ts';
import { hashOf, queueImport } from './queue-import.ts';
import { cancelImport } from './roll-back-import.ts';
import { countsOf, runImport } from './run-import.ts';
import { verb } from './verb.ts';

export interface DropInput {
	readonly dir: string;
	readonly name: string;
	/** Ends the import after the batch it is at. */
	readonly signal: AbortSignal;
}
/** How the import of a file from a watched folder ended; null where it never began. */
export interface Dropped {
	readonly file: string;
	readonly isGood: boolean;
	readonly importId: number | null;
	readonly importer: string | null;
	readonly status: ImportStatus | null;
	readonly counts: ImportCounts | null;
	/** The first of them, masked; all are kept with the import. */
	readonly issues: readonly RowIssue[];
	readonly failure: string | null;
}

const issuesReported = 1_000;
const pollMs = 250;

/**
 * Imports a file of a watched folder, or goes on where its import was broken off. Null: the signal came first, and the
 * file is to be continued. What a user can mend is told in the result, never thrown.
 */
export const importDropped = verb(
	'import',
	async (deps: Deps, actor: Actor, input: DropInput): Promise<Dropped | null> => {
		try {
			const importId = await queue(deps, actor, input);
			await runToEnd(deps, actor, importId, input.signal);
			return await resultOf(deps, importId, input);
		} catch (error) {
			if (!(error instanceof EarshotError)) throw error;
			const nothing = { importId: null, importer: null, status: null, counts: null, issues: [] };
			return { file: input.name, isGood: false, ...nothing, failure: error.message };
		}
	}
);

async function queue(deps: Deps, actor: Actor, { dir, name }: DropInput): Promise<number> {
	const path = resolve(join(dir, name));
	const folder = await readFolderMapping(dir);
	const isMapped = folder !== null && fitsHeader(folder.mapping, (await openFile(path)).header);
	const options: ImportOptions = isMapped ? { mapping: folder.mapping } : {};
	const importerId = isMapped ? folder.importerId : undefined;
	const { importer } = await openSource(deps, path, { importerId, options });
	const before = await brokenOffImportOf(deps.store, {
		fileHash: await hashOf(path),
		filePath: path,
		importer: importer.id,
		options: JSON.stringify(options)
	});
	return before?.id ?? queueImport(deps, actor, { path, importerId: importer.id, options });
}

/** Here, or in the process that was quicker to take it. */
async function runToEnd(deps: Deps, actor: Actor, importId: number, signal: AbortSignal): Promise<void> {
	const stop = () => {
		// It may have ended meanwhile.
		void cancelImport(deps, actor, importId).catch(() => {});
	};
	signal.addEventListener('abort', stop);
	try {
		while (!signal.aborted) {
			try {
				await runImport(deps, actor, { importId });
				return;
			} catch (error) {
				if (!(error instanceof EarshotError)) throw error;
				if (error.code !== 'busy') return;
			}
			await new Promise((done) => setTimeout(done, pollMs));
			const row = await getImport(deps.store, importId);
			if (row?.status !== 'running' && row?.status !== 'waiting') return;
		}
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

async function resultOf(deps: Deps, importId: number, { name, signal }: DropInput): Promise<Dropped | null> {
	const row = await getImport(deps.store, importId);
	if (!row) throw new EarshotError('not-found', `Import ${importId} is gone.`);
	if (signal.aborted && row.status !== 'done' && row.status !== 'failed') return null;
	const counts = countsOf(row);
	return {
		file: name,
		isGood: row.status === 'done' && (counts.read === 0 || counts.issues < counts.read),
		importId,
		importer: row.importer,
		status: row.status,
		counts,
		issues: await listIssues(deps.store, importId, issuesReported),
		failure: row.failure
	};
}
