import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';

/** What one line of a JSONL file turned out to be. `reason` holds no text of the line. */
export type Line<Row> =
	| { readonly number: number; readonly row: Row }
	| { readonly number: number; readonly row: null; readonly reason: string };

/**
 * Reads a JSONL file, plain or `.gz`, line by line; blank lines are passed over. Throws `bad-file` when it cannot be
 * read.
 */
export async function* readLines<Row>(path: string, schema: z.ZodType<Row>): AsyncGenerator<Line<Row>> {
	const lines = createInterface({ input: openText(path), crlfDelay: Infinity });
	let number = 0;
	try {
		for await (const line of lines) {
			number++;
			const text = line.replace(/^\ufeff/, '');
			if (text.trim() !== '') yield readLine(number, text, schema);
		}
	} catch (error) {
		const { syscall, code } = error as NodeJS.ErrnoException;
		if (syscall === undefined && !code?.startsWith('Z_')) throw error;
		throw new EarshotError('bad-file', `The file ${path} cannot be read. Check its name and your rights.`, {
			cause: error
		});
	}
}

function openText(path: string): Readable {
	const file = createReadStream(path);
	if (!path.endsWith('.gz')) return file;
	const text = createGunzip();
	file.on('error', (error) => text.destroy(error));
	return file.pipe(text);
}

function readLine<Row>(number: number, text: string, schema: z.ZodType<Row>): Line<Row> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { number, row: null, reason: 'is not JSON' };
	}
	const { success, data, error } = schema.safeParse(json);
	if (success) return { number, row: data };
	const issue = error.issues[0];
	const field = issue?.path.join('.');
	return { number, row: null, reason: field ? `field “${field}” is missing or wrong` : 'is not an object' };
}
