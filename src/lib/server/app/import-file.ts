import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { chooseImporter, ignoredColumns } from '#core/ingest/registry.ts';
import { finishImport, listIssues, startImport } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { importExposure } from './import-exposure.ts';
import { importFeedback } from './import-feedback.ts';
import { importOrganisation } from './import-organisation.ts';
import { verb } from './verb.ts';

export interface ImportInput {
	readonly path: string;
	/** Id of an importer; without it the header decides. */
	readonly importerId?: string;
	/** Called after each stored batch. */
	readonly onProgress?: (counts: ImportCounts) => void;
}
export interface ImportReport {
	readonly importId: number;
	readonly importer: string;
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
 * Imports a file in batches; doing it again stores nothing twice. Throws `bad-file` before anything is written when
 * the file cannot be read or no importer fits; when reading breaks off later, what was read stays stored and the
 * import is marked as failed.
 */
export const importFile = verb(
	'import',
	async (deps: Deps, actor: Actor, input: ImportInput): Promise<ImportReport> => {
		const file = await openFile(input.path);
		const importer = chooseImporter(file, input.importerId);
		const importId = await startImport(deps.store, {
			importer: importer.id,
			fileName: file.name,
			fileHash: await hashOf(input.path),
			actorId: actor.id,
			origin: 'imported',
			startedAt: deps.now().toISOString()
		});
		const job = { deps, file, importId, onProgress: input.onProgress };
		try {
			const counts =
				importer.produces === 'feedback'
					? await importFeedback(job, importer)
					: importer.produces === 'exposure'
						? await importExposure(job, importer)
						: await importOrganisation(job, importer);
			await finishImport(deps.store, importId, {
				status: 'done',
				finishedAt: deps.now().toISOString(),
				failure: null
			});
			deps.log.info({ importId, importer: importer.id, ...counts }, 'import finished');
			return {
				importId,
				importer: importer.id,
				fileName: file.name,
				counts,
				issues: await listIssues(deps.store, importId, issuesReported),
				ignoredColumns: ignoredColumns(importer, file.header),
				besideDemo: await hasDemo(deps)
			};
		} catch (error) {
			await finishImport(deps.store, importId, {
				status: 'failed',
				finishedAt: deps.now().toISOString(),
				failure: error instanceof EarshotError ? error.message : 'Internal error; see the log.'
			});
			throw error;
		}
	}
);

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
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
