import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { dateOrders, type ColumnMapping } from '#core/domain/mapping.ts';
import { missingColumns } from '#core/ingest/mapping.ts';
import { importerOf } from '#core/ingest/registry.ts';
import { mappingName } from './settled-files.ts';

const origin = z.union([z.strictObject({ from: z.string() }), z.strictObject({ constant: z.string() })]);
const fileForm = z.strictObject({
	importer: z.string(),
	columns: z.record(z.string(), origin),
	values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
	dateOrder: z.enum(dateOrders).default('year-first')
});

export interface FolderMapping {
	readonly importerId: string;
	readonly mapping: ColumnMapping;
}

/**
 * The mapping of a folder; null where there is none. Throws `bad-input` when it is not JSON of this form, or leaves a
 * required column open.
 */
export async function readFolderMapping(dir: string): Promise<FolderMapping | null> {
	const text = await readFile(join(dir, mappingName), 'utf8').catch(() => null);
	if (text === null) return null;
	const { importer, ...mapping } = parse(text);
	const missing = missingColumns(importerOf(importer).columns, mapping);
	if (missing.length > 0)
		throw new EarshotError('bad-input', `${mappingName} says nothing of ${missing.join(', ')}.`);
	return { importerId: importer, mapping };
}

function parse(text: string): z.infer<typeof fileForm> {
	try {
		return fileForm.parse(JSON.parse(text));
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
		const [issue] = error instanceof z.ZodError ? error.issues : [];
		const where = issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'it is not JSON';
		throw new EarshotError('bad-input', `${mappingName} cannot be used: ${where}.`, { cause: error });
	}
}

/** Does a file have every column that the mapping takes something from? */
export function fitsHeader({ columns }: ColumnMapping, header: readonly string[]): boolean {
	return Object.values(columns).every((from) => !('from' in from) || header.includes(from.from));
}
