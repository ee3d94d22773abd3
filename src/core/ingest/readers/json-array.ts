import type { RowIssue } from '#core/domain/import.ts';
import { rowIssue, type RawRow } from '../row.ts';
import { readMembers } from './json-object.ts';
import { longestLineBytes } from './jsonl.ts';

const byte = (character: string) => character.charCodeAt(0);
const lineFeed = byte('\n');
const quote = byte('"');
const backslash = byte('\\');
const comma = byte(',');
const colon = byte(':');
const opening = [byte('{'), byte('[')];
const closing = [byte('}'), byte(']')];
const blank = [byte(' '), byte('\t'), byte('\r')];

const notAnObject =
	'The element that begins here is not a JSON object: write {"name": "value", …} with every quote and bracket closed.';

/**
 * Cuts a JSON array into its elements without holding more than one of them. An element whose quotes or brackets are
 * wrong ends at the latest where a line begins as the first element's line did, so that it does not swallow the rest.
 */
class ArraySplitter {
	#line = 1;
	/** Bytes of the current line before the one looked at, while they are all blank; -1 after them. */
	#indent = 0;
	/** The blank bytes before the first element, where it begins its line. */
	#ownIndent = -1;
	#state: 'before' | 'between' | 'inside' | 'after' = 'before';
	#depth = 0;
	#isInString = false;
	#isEscaped = false;
	/** The last byte outside of strings that is not blank: in an object only a colon stands before another. */
	#lastMark = 0;
	/** Has a line end inside a string, which JSON does not allow. */
	#isBroken = false;
	#parts: Buffer[] = [];
	#length = 0;
	#startLine = 1;
	#isAfterReported = false;

	*take(chunk: Buffer): Generator<RawRow | RowIssue> {
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			const code = chunk[at]!;
			const isBlank = code === lineFeed || blank.includes(code);
			if (this.#state === 'inside' && this.#begins(code)) {
				this.#keep(chunk.subarray(from, at));
				yield* this.#finish();
			}
			if (this.#state === 'inside') {
				const ends = this.#step(code);
				if (ends !== 'no') {
					this.#keep(chunk.subarray(from, ends === 'after it' ? at + 1 : at));
					yield* this.#finish();
					if (ends === 'with the array') this.#state = 'after';
				}
			} else if (!isBlank) {
				if (this.#state === 'after') yield* this.#reportRest();
				else if (this.#start(code)) from = at;
			}
			this.#count(code, isBlank);
		}
		if (this.#state === 'inside') this.#keep(chunk.subarray(from));
	}

	*end(): Generator<RawRow | RowIssue> {
		if (this.#state === 'inside') yield* this.#finish();
		if (this.#state === 'after') return;
		const message = 'The array is not closed here: the file may be cut off; copy or download it again.';
		yield rowIssue(this.#line, 'not-json', message);
	}

	/** An element begins at this byte although the one before has not ended. */
	#begins(code: number): boolean {
		if (code !== opening[0] || this.#indent === -1 || this.#indent !== this.#ownIndent) return false;
		return this.#isBroken || (this.#depth === 1 && this.#lastMark !== colon);
	}

	/** Takes the array's bracket or the first byte of an element: true for the latter. */
	#start(code: number): boolean {
		if (this.#state === 'before') this.#state = 'between';
		else if (code === comma) return false;
		else if (code === closing[1]) this.#state = 'after';
		else {
			this.#state = 'inside';
			this.#startLine = this.#line;
			if (this.#ownIndent === -1) this.#ownIndent = this.#indent;
			this.#step(code);
			return true;
		}
		return false;
	}

	/** Whether the element ends with this byte, before it, or before it and the array with it. */
	#step(code: number): 'no' | 'after it' | 'before it' | 'with the array' {
		if (this.#isInString) {
			this.#stepInString(code);
			return 'no';
		}
		if (code !== lineFeed && !blank.includes(code)) this.#lastMark = code;
		if (code === quote) this.#isInString = true;
		else if (opening.includes(code)) this.#depth++;
		else if (closing.includes(code) && this.#depth > 0) {
			if (--this.#depth === 0) return 'after it';
		} else if (code === closing[1]) return 'with the array';
		else if (this.#depth === 0 && (code === comma || code === lineFeed)) return 'before it';
		return 'no';
	}

	#stepInString(code: number): void {
		if (this.#isEscaped) this.#isEscaped = false;
		else if (code === backslash) this.#isEscaped = true;
		else if (code === quote) this.#isInString = false;
		else if (code === lineFeed) {
			this.#isBroken = true;
			this.#isInString = false;
		}
	}

	#count(code: number, isBlank: boolean): void {
		if (code === lineFeed) {
			this.#line++;
			this.#indent = 0;
		} else if (this.#indent !== -1) this.#indent = isBlank ? this.#indent + 1 : -1;
	}

	#keep(part: Buffer): void {
		this.#length += part.length;
		if (this.#length <= longestLineBytes) this.#parts.push(part);
		else this.#parts = [];
	}

	*#finish(): Generator<RawRow | RowIssue> {
		const line = this.#startLine;
		const isTooLong = this.#length > longestLineBytes;
		const values = isTooLong ? null : readMembers(Buffer.concat(this.#parts).toString('utf8'));
		const limit = longestLineBytes / 1024 / 1024;
		if (isTooLong)
			yield rowIssue(line, 'too-long', `The element that begins here is longer than ${limit} MB.`);
		else if (values === null) yield rowIssue(line, 'not-json', notAnObject);
		else yield { line, values };
		this.#state = 'between';
		this.#parts = [];
		[this.#length, this.#depth, this.#lastMark] = [0, 0, 0];
		[this.#isInString, this.#isEscaped, this.#isBroken] = [false, false, false];
	}

	*#reportRest(): Generator<RowIssue> {
		if (this.#isAfterReported) return;
		this.#isAfterReported = true;
		yield rowIssue(
			this.#line,
			'not-json',
			'The array has ended before this line: nothing behind it is read.'
		);
	}
}

/**
 * Reads the objects of one JSON array in UTF-8, as `readMembers` has them, each on the line where it begins. Elements
 * that are no objects are issues. Only one element at a time is in memory.
 */
export async function* readJsonArray(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawRow | RowIssue> {
	const splitter = new ArraySplitter();
	for await (const chunk of chunks) yield* splitter.take(chunk);
	yield* splitter.end();
}
