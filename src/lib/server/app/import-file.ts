import type { Actor } from '#core/domain/actor.ts';
import type { ImportCounts, ImportOptions, ImportStatus, RowIssue } from '#core/domain/import.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { ignoredColumns, importerOf } from '#core/ingest/registry.ts';
import { getImport, listIssues } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { queueImport } from './queue-import.ts';
import { countsOf, runImport } from './run-import.ts';
import { verb } from './verb.ts';

export interface ImportInput {
	readonly path: string;
	/** Id of an importer; without it the header decides. */
	readonly importerId?: string;
	readonly options?: ImportOptions;
	/** Called once it is known which rows a broken-off import of the file had stored. */
	readonly onContinued?: (counts: ImportCounts) => void;
	/** Called after each stored batch, with the rows of the whole file where they are known. */
	readonly onProgress?: (counts: ImportCounts, rowTotal: number | null) => void;
}
export interface ImportReport {
	readonly importId: number;
	readonly importer: string;
	readonly status: ImportStatus;
	readonly fileName: string;
	readonly counts: ImportCounts;
	/** The first of them; all are kept with the import. */
	readonly issues: readonly RowIssue[];
	/** Columns of the file that the importer does not know: left out, perhaps misspelt. */
	readonly ignoredColumns: readonly string[];
	/** The folder also holds the simulated demo: the pages show imported feedback apart from it. */
	readonly besideDemo: boolean;
}

const issuesReported = 20;

/**
 * Imports a file in this process, in batches; doing it again stores nothing twice, and goes on where a process was
 * killed. Throws `bad-file` before anything is written when the file cannot be read or no importer fits; when reading
 * breaks off later, what was read stays stored and the import is marked as failed.
 */
export const importFile = verb(
	'import',
	async (
		deps: Deps,
		actor: Actor,
		{ onContinued, onProgress, ...input }: ImportInput
	): Promise<ImportReport> => {
		const importId = await queueImport(deps, actor, input);
		const before = await getImport(deps.store, importId);
		if (before && before.readCount > 0) onContinued?.(countsOf(before));
		const rowTotal = before?.rowTotal ?? null;
		await runImport(deps, actor, {
			importId,
			...(onProgress ? { onProgress: (counts) => onProgress(counts, rowTotal) } : {})
		});
		return reportOf(deps, importId, input.path);
	}
);

async function reportOf(deps: Deps, importId: number, path: string): Promise<ImportReport> {
	const row = await getImport(deps.store, importId);
	if (!row) throw new Error(`Import ${importId} is gone.`);
	const { mapping, opening } = JSON.parse(row.options) as ImportOptions;
	return {
		importId,
		importer: row.importer,
		status: row.status,
		fileName: row.fileName,
		counts: countsOf(row),
		issues: await listIssues(deps.store, importId, issuesReported),
		ignoredColumns: mapping
			? []
			: ignoredColumns(importerOf(row.importer), (await openFile(path, opening)).header),
		besideDemo: await hasDemo(deps)
	};
}

async function hasDemo({ store }: Deps): Promise<boolean> {
	const row = await store.db
		.selectFrom('feedback')
		.select('id')
		.where('origin', '=', 'simulated')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
