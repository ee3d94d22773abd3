import { readFile } from 'node:fs/promises';
import { EarshotError } from '#core/domain/errors.ts';
import { parseMapping, writeMapping as write, type NamedMapping } from '#core/ingest/mapping-file.ts';

/** Reads a mapping from a JSON file. Throws EarshotError `bad-input` naming the file and what is wrong with it. */
export async function readMappingFile(path: string): Promise<NamedMapping> {
	const json = await readFile(path, 'utf8').catch(() => {
		throw new EarshotError('bad-input', `The mapping “${path}” cannot be read.`);
	});
	try {
		return parseMapping(json);
	} catch (error) {
		if (!(error instanceof EarshotError)) throw error;
		throw new EarshotError('bad-input', `“${path}”: ${error.message}`, { cause: error });
	}
}

/** The JSON that {@link readMappingFile} reads. */
export function writeMapping(named: NamedMapping): string {
	return write(named);
}
