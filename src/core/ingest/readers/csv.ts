import { CsvError, parse } from 'csv-parse/sync';
import type { RowIssue, RowIssueCode } from '#core/domain/import.ts';
import { rowIssue } from '../row.ts';

/** A CSV record as cells, on the line where it starts. */
export interface CsvRecord {
	readonly line: number;
	readonly cells: readonly string[];
}

/** A record this long has lost its closing quote, or is no feedback; it also bounds the memory. */
export const longestRecordBytes = 2 * 1024 * 1024;

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

interface Parsed {
	readonly cells: readonly string[];
	/** Offset just after the record and its line ending. */
	readonly end: number;
	/** That it takes up. */
	readonly lines: number;
	/** Blank lines skipped since the start of the buffer. */
	readonly blankLines: number;
}

interface ParsedBuffer {
	readonly records: readonly Parsed[];
	readonly isBroken: boolean;
	readonly isOpen: boolean;
}

/** Parses strictly up to the first malformed record: `isBroken` says that it is followed by one. */
function parseBuffer(buffer: Buffer, delimiter: string): ParsedBuffer {
	return (buffer.includes(quote) ? null : splitPlainly(buffer, delimiter)) ?? parseQuoted(buffer, delimiter);
}

/** Without a quote, lines are records: several times faster. Null where a line ends in a lone carriage return. */
function splitPlainly(buffer: Buffer, delimiter: string): ParsedBuffer | null {
	const records: Parsed[] = [];
	let blankLines = 0;
	for (let start = 0; start < buffer.length;) {
		const feed = buffer.indexOf(lineFeed, start);
		const end = feed === -1 ? buffer.length : feed + 1;
		const isCrLf = feed > start && buffer[feed - 1] === carriageReturn;
		const line = buffer.toString('utf8', start, feed === -1 ? end : isCrLf ? feed - 1 : feed);
		if (line.includes('\r')) return null;
		if (line === '') blankLines++;
		else records.push({ cells: line.split(delimiter), end, lines: 1, blankLines });
		start = end;
	}
	return { records, isBroken: false, isOpen: false };
}

function parseQuoted(buffer: Buffer, delimiter: string): ParsedBuffer {
	const records: Parsed[] = [];
	try {
		parse(buffer, {
			delimiter,
			record_delimiter: ['\r\n', '\n', '\r'],
			relax_column_count: true,
			skip_empty_lines: true,
			on_record: (cells: string[], { bytes, empty_lines }) => {
				records.push({ cells, end: bytes, lines: countLines(cells), blankLines: empty_lines });
				return null;
			}
		});
		return { records, isBroken: false, isOpen: false };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return { records, isBroken: true, isOpen: error.code === 'CSV_QUOTE_NOT_CLOSED' };
	}
}

function countLines(cells: readonly string[]): number {
	let lines = 1;
	for (const cell of cells)
		if (cell.includes('\n') || cell.includes('\r')) lines += cell.match(/\r\n|\n|\r/g)!.length;
	return lines;
}

/** Offset after the line ending at `at`, or -1 where there is none. */
function afterLineEnding(buffer: Buffer, at: number): number {
	if (buffer[at] === lineFeed) return at + 1;
	if (buffer[at] !== carriageReturn) return -1;
	return buffer[at + 1] === lineFeed ? at + 2 : at + 1;
}

function afterLine(buffer: Buffer): number {
	const feed = buffer.indexOf(lineFeed);
	const before = feed === -1 ? buffer : buffer.subarray(0, feed);
	const carriage = before.indexOf(carriageReturn);
	return carriage === -1 ? afterLineEnding(buffer, feed) : afterLineEnding(buffer, carriage);
}

/**
 * Cuts chunks into records. A record whose quotes are wrong costs one issue and one line: reading goes on at the
 * next line, so that one lost quote cannot swallow the rest of a file.
 */
class CsvSplitter {
	readonly #delimiter: string;
	#pending = Buffer.alloc(0);
	#heldBack = Buffer.alloc(0);
	#line = 1;
	/** In the rest of a line that was given up. */
	#isDropping = false;
	/** Size of the pending bytes at which parsing is worth another try: an open record costs linear time. */
	#retryAt = 0;

	constructor(delimiter: string) {
		this.#delimiter = delimiter;
	}

	*take(chunk: Buffer, isLast: boolean): Generator<CsvRecord | RowIssue> {
		this.#append(chunk, isLast);
		if (this.#isDropping) this.#dropLine();
		if (!isLast && this.#pending.length < this.#retryAt) return;
		while (this.#pending.length > 0) {
			this.#skipBlankLines();
			const { records, isBroken, isOpen } = parseBuffer(this.#pending, this.#delimiter);
			// Without a malformed record behind it, the last one may go on in the next chunk.
			yield* this.#emit(isBroken || isLast ? records : records.slice(0, -1));
			if (isLast && !isBroken) return;
			const mayGoOn = !isLast && (!isBroken || isOpen);
			this.#retryAt = Math.min(2 * this.#pending.length, longestRecordBytes);
			if (mayGoOn && this.#pending.length <= longestRecordBytes) return;
			yield this.#giveUpLine(mayGoOn, mayGoOn && !isOpen ? 'too-long' : 'bad-quote');
		}
	}

	/** Keeps a carriage return at the end of a chunk back: a line feed that belongs to it may follow. */
	#append(chunk: Buffer, isLast: boolean): void {
		const bytes = Buffer.concat([this.#pending, this.#heldBack, chunk]);
		const cut = !isLast && bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
		this.#pending = bytes.subarray(0, cut);
		this.#heldBack = bytes.subarray(cut);
	}

	*#emit(records: readonly Parsed[]): Generator<CsvRecord> {
		const buffer = this.#pending;
		const firstLine = this.#line;
		let lines = 0;
		for (const { cells, blankLines, lines: own } of records) {
			yield { line: firstLine + lines + blankLines, cells };
			lines += own;
		}
		const last = records.at(-1);
		if (!last) return;
		this.#pending = buffer.subarray(last.end);
		this.#line = firstLine + lines + last.blankLines;
	}

	#giveUpLine(isEndless: boolean, code: RowIssueCode): RowIssue {
		this.#skipBlankLines();
		const most = `${longestRecordBytes / 1024 / 1024} MB`;
		const message = isEndless
			? code === 'too-long'
				? `This line is longer than ${most}: write one row a line.`
				: `No row ends within ${most} from here: close the quote (") that was left open.`
			: 'The quotes (") of this row do not pair up: close every quoted cell and write a quote inside it twice.';
		const issue = rowIssue(this.#line, code, message);
		this.#dropLine();
		return issue;
	}

	#dropLine(): void {
		const end = afterLine(this.#pending);
		this.#isDropping = end === -1;
		this.#pending = this.#isDropping ? Buffer.alloc(0) : this.#pending.subarray(end);
		if (!this.#isDropping) this.#line++;
	}

	#skipBlankLines(): void {
		for (let end = afterLineEnding(this.#pending, 0); end !== -1; end = afterLineEnding(this.#pending, 0)) {
			this.#pending = this.#pending.subarray(end);
			this.#line++;
		}
	}
}

/**
 * Reads records of a UTF-8 table as RFC 4180 has them, with commas or another delimiter. The width of records is not
 * checked here.
 */
export async function* readCsv(
	chunks: AsyncIterable<Buffer>,
	delimiter = ','
): AsyncGenerator<CsvRecord | RowIssue> {
	const splitter = new CsvSplitter(delimiter);
	for await (const chunk of chunks) yield* splitter.take(chunk, false);
	yield* splitter.take(Buffer.alloc(0), true);
}
