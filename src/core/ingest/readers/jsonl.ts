import type { RowIssue } from '#core/domain/import.ts';
import { rowIssue, type RawRow } from '../row.ts';

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

/** Of ECMAScript 2026 and not yet in TypeScript's library. */
const { rawJSON } = JSON as JSON & { rawJSON(text: string): object };

/** Ids are often numbers too long for a double: they keep their digits. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
	const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
	return isInexact && context?.source ? rawJSON(context.source) : value;
}

function parseObject(text: string): object | null {
	try {
		const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * Reads one JSON object a line. Members become texts: numbers and booleans as written, null as empty, objects and
 * arrays as JSON. Blank lines are skipped.
 */
export async function* readJsonl(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawRow | RowIssue> {
	for await (const { line, text } of readLines(chunks)) {
		if (text === null) {
			const limit = longestLineBytes / 1024 / 1024;
			yield rowIssue(line, 'too-long', `This line is longer than ${limit} MB: write one JSON object a line.`);
			continue;
		}
		if (text.trim() === '') continue;
		const object = parseObject(text);
		if (object === null) {
			yield rowIssue(
				line,
				'not-json',
				'This line is not a JSON object: write {"name": "value", …} on one line.'
			);
			continue;
		}
		const values = Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asText(value)]));
		yield { line, values };
	}
}
