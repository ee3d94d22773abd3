import { EarshotError } from '#core/domain/errors.ts';
import type { ImportOptions } from '#core/domain/import.ts';
import { mapFile } from '#core/ingest/mapping.ts';
import { openFile, type SourceFile } from '#core/ingest/read-file.ts';
import { chooseImporter, importerOf, type AnyImporter } from '#core/ingest/registry.ts';
import type { Deps } from './deps.ts';

export interface OpenedSource {
	/** As its mapping has it, where there is one. */
	readonly file: SourceFile;
	readonly importer: AnyImporter;
}

/**
 * Opens a file as an import reads it. Throws `bad-file` when it cannot be read or no importer fits its header; `bad-input`
 * when a mapping comes without the importer it is for.
 */
export async function openSource(
	{ timeZone }: Pick<Deps, 'timeZone'>,
	path: string,
	{ importerId, options = {} }: { readonly importerId?: string | undefined; readonly options?: ImportOptions }
): Promise<OpenedSource> {
	const file = await openFile(path, options.opening);
	if (!options.mapping) return gathered(file, chooseImporter(file, importerId));
	if (importerId === undefined)
		throw new EarshotError('bad-input', 'A mapping is for one kind of file: say which importer.');
	const mapped = mapFile(file, importerOf(importerId).columns, options.mapping, timeZone);
	return gathered(mapped, chooseImporter(mapped, importerId));
}

function gathered(file: SourceFile, importer: AnyImporter): OpenedSource {
	return { file: importer.gather?.(file) ?? file, importer };
}
