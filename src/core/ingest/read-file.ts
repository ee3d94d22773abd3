import { stat } from 'node:fs/promises';
import { EarshotError } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { readBytes, readUtf8 } from './readers/bytes.ts';
import { readCsv, type CsvRecord } from './readers/csv.ts';
import { readJsonl } from './readers/jsonl.ts';
import { describeForeign } from './readers/sniff.ts';
import { isIssue, rowIssue, type RawRow } from './row.ts';

/** A file that has been looked into and can be read as often as needed, from disk each time. */
export interface SourceFile {
	readonly path: string;
	/** The last part of the path, for messages. */
	readonly name: string;
	readonly format: 'csv' | 'jsonl';
	/** CSV: the names of the header row · JSONL: the names in the first object. */
	readonly header: readonly string[];
	/** Streams the rows in order. Throws EarshotError `bad-file` where the file cannot be read to its end. */
	rows(): AsyncIterable<RawRow | RowIssue>;
}

const headBytes = 64 * 1024;
/** So many lines may be no JSON object before the file counts as no JSONL. */
const linesToFirstObject = 100;

/**
 * Opens a CSV or JSONL file, plain or gzipped, told apart by content. Throws EarshotError `bad-file` with one
 * sentence when it is missing, a folder, unreadable, empty, something else, or its header cannot be used.
 */
export async function openFile(path: string): Promise<SourceFile> {
	const name = path.split(/[\\/]/).at(-1) || path;
	const head = await readHead(path, name);
	const format = formatOf(head.toString('utf8'), name);
	const header = format === 'csv' ? await readCsvHeader(path, name) : await readJsonlHeader(path, name);
	return {
		path,
		name,
		format,
		header: header.filter((column) => column !== ''),
		rows: () => readToEnd(name, format === 'csv' ? readCsvRows(path, header) : readJsonl(readUtf8(path)))
	};
}

function formatOf(start: string, name: string): SourceFile['format'] {
	if (/^\s*\[\s*\{/.test(start))
		throw badFile(`“${name}” is one JSON array: write each object on a line of its own, without the array.`);
	return start.trimStart().startsWith('{') ? 'jsonl' : 'csv';
}

async function readHead(path: string, name: string): Promise<Buffer> {
	const found = await stat(path).catch((error: unknown) => {
		throw badFile(describeFailure(error, path), error);
	});
	if (found.isDirectory()) throw badFile(`“${name}” is a folder: give the file to import.`);
	if (!found.isFile())
		throw badFile(`“${name}” is not a regular file: save the data to one and import that.`);
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		for await (const chunk of readBytes(path)) {
			chunks.push(chunk);
			length += chunk.length;
			if (length >= headBytes) break;
		}
	} catch (error) {
		throw badFile(describeFailure(error, name), error);
	}
	const head = Buffer.concat(chunks).subarray(0, headBytes);
	const foreign = describeForeign(head);
	if (foreign) throw badFile(`“${name}” looks like ${foreign}: save it as CSV or JSONL in UTF-8.`);
	if (head.toString('utf8').trim() === '') throw badFile(`“${name}” is empty: there is nothing to import.`);
	return head;
}

async function readCsvHeader(path: string, name: string): Promise<readonly string[]> {
	for await (const record of readToEnd(name, readCsv(readUtf8(path)))) {
		if (!('cells' in record))
			throw badFile(`“${name}” has no usable header in line ${record.line}: ${record.message}`);
		const header = record.cells.map((cell) => cell.trim());
		checkHeader(header, name);
		return header;
	}
	throw badFile(`“${name}” is empty: there is nothing to import.`);
}

function checkHeader(header: readonly string[], name: string): void {
	const separator = header.length === 1 && /[;\t|]/.exec(header[0] ?? '');
	if (separator) {
		const shown = separator[0] === '\t' ? 'tabs' : `“${separator[0]}”`;
		throw badFile(`“${name}” separates its columns by ${shown}: save it with commas.`);
	}
	const repeated = header.filter((column, at) => column !== '' && header.indexOf(column) < at);
	if (repeated.length === 0) return;
	const shown = [...new Set(repeated)].map((column) => {
		const places = header.flatMap((other, at) => (other === column ? [at + 1] : []));
		return `${isColumnName(column) ? `“${column}”` : 'a name'} (columns ${places.join(', ')})`;
	});
	throw badFile(`“${name}” has the same column name more than once: ${shown.join('; ')}.`);
}

/** Short and wordy enough to be a column's name, should the file lack a header row and start with a borrower's data. */
function isColumnName(text: string): boolean {
	return /^[\p{L}_][\p{L}\p{M}\p{N} _.?()/-]{0,39}$/u.test(text) && !/\p{Nd}{5}/u.test(text);
}

async function readJsonlHeader(path: string, name: string): Promise<readonly string[]> {
	let left = linesToFirstObject;
	for await (const item of readToEnd(name, readJsonl(readUtf8(path)))) {
		if (!isIssue(item)) return Object.keys(item.values);
		if (--left === 0) break;
	}
	throw badFile(
		`“${name}” starts like JSON but not with one object a line: write each object on a line of its own.`
	);
}

async function* readCsvRows(path: string, header: readonly string[]): AsyncGenerator<RawRow | RowIssue> {
	let isHeader = true;
	for await (const record of readCsv(readUtf8(path))) {
		if (isHeader) isHeader = false;
		else if (!('cells' in record)) yield record;
		else if (record.cells.some((cell) => cell !== '')) yield toRow(record, header);
	}
}

function toRow({ line, cells }: CsvRecord, header: readonly string[]): RawRow | RowIssue {
	if (cells.length !== header.length) {
		const message = `This row has ${cells.length} cells and the header ${header.length}: quote cells that hold a comma.`;
		return rowIssue(line, 'wrong-width', message);
	}
	const values = cells.flatMap((cell, at) => (header[at] ? [[header[at], cell] as const] : []));
	return { line, values: Object.fromEntries(values) };
}

/** Turns a failure of the file, but not a bug, into a sentence that says how far reading got. */
async function* readToEnd<Item extends { readonly line: number }>(
	name: string,
	items: AsyncIterable<Item>
): AsyncGenerator<Item> {
	let line = 0;
	try {
		for await (const item of items) {
			line = item.line;
			yield item;
		}
	} catch (error) {
		const reached = line === 0 ? '' : ` Reading got as far as line ${line}.`;
		throw badFile(describeFailure(error, name) + reached, error);
	}
}

function badFile(message: string, cause?: unknown): EarshotError {
	return new EarshotError('bad-file', message, { cause });
}

/** One sentence for an error of the file system, of gzip or of the encoding. Throws any other error as it is. */
function describeFailure(error: unknown, name: string): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file “${name}”: check the path.`;
	if (code === 'EACCES' || code === 'EPERM')
		return `“${name}” may not be read: give this user the right to read it.`;
	if (code === 'Z_BUF_ERROR')
		return `“${name}” is a gzip file that ends too early: copy or download it again.`;
	if (code.startsWith('Z_')) return `“${name}” is a damaged gzip file: copy or download it again.`;
	if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
		return `“${name}” is not UTF-8 throughout: save it as UTF-8.`;
	if (code.startsWith('E') && !code.startsWith('ERR_'))
		return `“${name}” cannot be read (${code}): copy it to another place and import that.`;
	throw error;
}
