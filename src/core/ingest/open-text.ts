import type { RowIssue } from '#core/domain/import.ts';
import type { Contents } from './contents.ts';
import { FileFault } from './file-fault.ts';
import { checkWidth, readHeader, recordToRow } from './header.ts';
import { takeBytes } from './readers/bytes.ts';
import { readCsv } from './readers/csv.ts';
import { delimiterNames, guessDelimiter, type Delimiter, type Separation } from './readers/delimiter.ts';
import { readText, type Encoding } from './readers/encoding.ts';
import { checkStated, guessEncoding } from './readers/guess-encoding.ts';
import { readJsonArray } from './readers/json-array.ts';
import { readJsonl } from './readers/jsonl.ts';
import { isIssue, type RawRow } from './row.ts';

/** What a user states about a text; null where it is to be detected. */
export interface StatedText {
	readonly encoding: Encoding | null;
	readonly delimiter: Delimiter | null;
}

const startBytes = 64 * 1024;

/**
 * Opens a text as a table or as JSON objects, told apart by its first characters. Throws FileFault where it is empty,
 * where its encoding does not show, or where its header cannot be used.
 */
export async function openText(
	head: Buffer,
	read: () => AsyncIterable<Buffer>,
	stated: StatedText
): Promise<Contents> {
	if (head.length === 0) throw empty();
	if (stated.encoding) checkStated(head, stated.encoding);
	const encoding = stated.encoding ?? (await guessEncoding(head, read()));
	const text = () => readText(read(), encoding);
	const start = await takeBytes(text(), startBytes);
	const first = start.toString('utf8').trimStart();
	if (first === '') throw empty();
	const base = { encoding, delimiter: null, sheet: null, sheets: [] };
	if (/^\[\s*(?:\{|\]|$)/.test(first)) {
		const rows = () => readJsonArray(text());
		return { ...base, format: 'json', header: await readJsonHeader(rows(), 'in its array'), rows };
	}
	if (first.startsWith('{')) {
		const rows = () => readJsonl(text());
		return { ...base, format: 'jsonl', header: await readJsonHeader(rows(), 'a line'), rows };
	}
	const separation = stated.delimiter
		? { delimiter: stated.delimiter, isStated: false }
		: await guessDelimiter(start);
	return { ...base, format: 'csv', ...(await openTable(text, separation)) };
}

function empty(): FileFault {
	return new FileFault('is empty: there is nothing to import.');
}

/** So many rows may be no JSON object before the file counts as no JSON. */
const rowsToFirstObject = 100;

async function readJsonHeader(
	rows: AsyncIterable<RawRow | RowIssue>,
	where: string
): Promise<readonly string[]> {
	let left = rowsToFirstObject;
	for await (const item of rows) {
		if (!isIssue(item)) {
			const header = Object.keys(item.values).filter((name) => name !== '');
			checkWidth(header);
			return header;
		}
		if (--left === 0) break;
	}
	if (left === rowsToFirstObject) throw new FileFault('holds an empty array: there is nothing to import.');
	throw new FileFault(
		`starts like JSON but has no object ${where}: write one object a line, or all of them in one array.`
	);
}

async function openTable(text: () => AsyncIterable<Buffer>, { delimiter, isStated }: Separation) {
	const linesBefore = isStated ? 1 : 0;
	const { line: headerLine, header } = await findHeader(text, delimiter, linesBefore);
	async function* rows(): AsyncGenerator<RawRow | RowIssue> {
		for await (const record of readCsv(text(), delimiter)) {
			if (record.line <= headerLine) continue;
			const row = 'cells' in record ? recordToRow(record, header, delimiterNames[delimiter]) : record;
			if (row) yield row;
		}
	}
	return { delimiter, header, rows };
}

async function findHeader(text: () => AsyncIterable<Buffer>, delimiter: Delimiter, linesBefore: number) {
	for await (const record of readCsv(text(), delimiter)) {
		if (record.line <= linesBefore) continue;
		if (!('cells' in record))
			throw new FileFault(`has no usable header in line ${record.line}: ${record.message}`);
		return { line: record.line, header: readHeader(record.cells) };
	}
	throw empty();
}
