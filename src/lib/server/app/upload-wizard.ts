import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import type { FileOpening, ImportOptions } from '#core/domain/import.ts';
import type { ColumnMapping } from '#core/domain/mapping.ts';
import { isPlain, missingColumns } from '#core/ingest/mapping.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { delimiterNames, delimiters } from '#core/ingest/readers/delimiter.ts';
import { encodingNames, encodings } from '#core/ingest/readers/encoding.ts';
import { importerOf } from '#core/ingest/registry.ts';
import { underWayWith } from '../storage/import-jobs.ts';
import { saveMapping } from '../storage/mappings.ts';
import { checkFile, type CheckReport } from './check-file.ts';
import type { Deps } from './deps.ts';
import { describeImporters } from './imports.ts';
import { findUpload } from './keep-upload.ts';
import { headerSignature, previewImport } from './preview-import.ts';
import { queueImport } from './queue-import.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export interface WizardInput {
	readonly uploadId: string;
	/** Without it, the importer that finds most of its columns. */
	readonly importerId?: string;
	readonly mapping?: ColumnMapping;
	/** What is stated about the file; the rest is detected. */
	readonly opening?: FileOpening;
}
export interface WizardChoice {
	readonly uploadId: string;
	readonly opening?: FileOpening;
	readonly importerId: string;
	readonly mapping: ColumnMapping;
	readonly allOrNothing: boolean;
	/** From a check of the whole file. */
	readonly rowTotal?: number;
}

/**
 * An uploaded file as it would be imported: its first rows mapped and masked. `fitsAsIs`: it has our column names, nothing
 * is missing, and its first rows have no issue. Throws `not-found`, `bad-file`.
 */
export const previewUpload = verb(
	'import',
	async (deps: Deps, actor: Actor, { uploadId, importerId, mapping, opening = {} }: WizardInput) => {
		const upload = await findUpload(deps, uploadId);
		const { context } = await openView(deps, actor, emptyFilter);
		const preview = await previewImport(deps, actor, {
			path: upload.path,
			opening,
			...(importerId === undefined ? {} : { importerId }),
			...(mapping ? { mapping } : {})
		});
		const fitsAsIs =
			isPlain(preview.mapping) &&
			preview.missing.length === 0 &&
			preview.rows.every(({ issues }) => issues.length === 0) &&
			preview.header.every((name) => preview.mapping.columns[name]);
		return {
			context,
			upload: { id: upload.id, name: upload.name },
			importers: describeImporters(),
			preview,
			opening,
			choices: readingChoices(),
			fitsAsIs
		};
	}
);
/** What can be stated about a text. */
export function readingChoices() {
	return {
		encodings: encodings.map((id) => ({ id, name: encodingNames[id] })),
		delimiters: delimiters.map((id) => ({ id, name: delimiterNames[id] }))
	};
}
export type WizardView = Awaited<ReturnType<typeof previewUpload>>;

/** A dry run over the whole uploaded file. Throws `not-found`, `bad-file`, and `bad-input` while a needed column is open. */
export const checkUpload = verb(
	'import',
	async (deps: Deps, actor: Actor, choice: WizardChoice): Promise<CheckReport> => {
		const { path } = await findUpload(deps, choice.uploadId);
		return checkFile(deps, actor, {
			path,
			importerId: choice.importerId,
			options: await neededOptions(path, choice)
		});
	}
);

/**
 * Queues the import of an uploaded file, which then belongs to it, and remembers the mapping for files with the same
 * column names. Said twice, it is one import. Throws as {@link checkUpload}.
 */
export const importUpload = verb(
	'import',
	async (deps: Deps, actor: Actor, choice: WizardChoice): Promise<number> => {
		const { path } = await findUpload(deps, choice.uploadId);
		const known = await underWayWith(deps.store, path);
		if (known !== undefined) return known;
		const { importerId, allOrNothing, rowTotal, opening } = choice;
		const options = await neededOptions(path, choice);
		const importId = await queueImport(deps, actor, {
			path,
			importerId,
			options: { ownsFile: true, ...(allOrNothing ? { allOrNothing } : {}), ...options },
			...(rowTotal === undefined ? {} : { rowTotal })
		});
		await saveMapping(deps.store, {
			signature: headerSignature((await openFile(path, opening)).header),
			importer: importerId,
			mapping: JSON.stringify(choice.mapping),
			actorId: actor.id,
			usedAt: deps.now().toISOString()
		});
		return importId;
	}
);

/** JSON lines may have members that the first of them lack: where nothing is renamed, all are read. */
async function neededOptions(
	path: string,
	{ importerId, mapping, opening = {} }: WizardChoice
): Promise<Pick<ImportOptions, 'mapping' | 'opening'>> {
	const missing = missingColumns(importerOf(importerId).columns, mapping);
	if (missing.length > 0)
		throw new EarshotError('bad-input', `Say where these columns come from: ${missing.join(', ')}.`);
	const { format, header } = await openFile(path, opening);
	const isWhole =
		isPlain(mapping) && mapping.dateOrder === 'year-first' && header.every((name) => mapping.columns[name]);
	const stated = Object.keys(opening).length > 0 ? { opening } : {};
	return format === 'jsonl' && isWhole ? stated : { ...stated, mapping };
}
