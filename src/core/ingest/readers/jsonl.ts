import type { RowIssue } from '#core/domain/import.ts';
import { rowIssue, type RawRow } from '../row.ts';
import { readMembers } from './json-object.ts';

/** Longer lines are no feedback; the limit bounds the memory. */
export const longestLineBytes = 2 * 1024 * 1024;
const lineFeed = 10;

interface Line {
	readonly line: number;
	/** Null where the line is longer than {@link longestLineBytes}. */
	readonly text: string | null;
}

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
	let parts: Buffer[] = [];
	let length = 0;
	let line = 1;
	const keep = (part: Buffer) => {
		length += part.length;
		if (length <= longestLineBytes) parts.push(part);
		else parts = [];
	};
	const finish = (): Line => {
		const text = length > longestLineBytes ? null : Buffer.concat(parts).toString('utf8');
		parts = [];
		length = 0;
		return { line: line++, text };
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, start)) {
			keep(chunk.subarray(start, at));
			yield finish();
			start = at + 1;
		}
		keep(chunk.subarray(start));
	}
	yield finish();
}

/** Reads one JSON object a line, as {@link readMembers} has it. Blank lines are skipped. */
export async function* readJsonl(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawRow | RowIssue> {
	for await (const { line, text } of readLines(chunks)) {
		if (text === null) {
			const limit = longestLineBytes / 1024 / 1024;
			yield rowIssue(line, 'too-long', `This line is longer than ${limit} MB: write one JSON object a line.`);
			continue;
		}
		if (text.trim() === '') continue;
		const values = readMembers(text);
		if (values === null) {
			yield rowIssue(
				line,
				'not-json',
				'This line is not a JSON object: write {"name": "value", …} on one line.'
			);
			continue;
		}
		yield { line, values };
	}
}
