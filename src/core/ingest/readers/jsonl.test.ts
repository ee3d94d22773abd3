import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIssue } from '#core/domain/import.ts';
import type { RawRow } from '../row.ts';
import { longestLineBytes, readJsonl } from './jsonl.ts';

async function read(...chunks: (string | Buffer)[]): Promise<(RawRow | RowIssue)[]> {
	async function* stream() {
		for (const chunk of chunks) yield Buffer.from(chunk as string);
	}
	return Array.fromAsync(readJsonl(stream()));
}

test('any objects of strings are read back equal, wherever the stream is cut', async () => {
	const objects = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), {
		maxLength: 8
	});
	await fc.assert(
		fc.asyncProperty(objects, fc.nat(), async (written, place) => {
			const bytes = Buffer.from(written.map((object) => JSON.stringify(object)).join('\n'));
			const at = place % (bytes.length + 1);
			const items = await read(bytes.subarray(0, at), bytes.subarray(at));
			expect(items).toEqual(written.map((values, index) => ({ line: index + 1, values: { ...values } })));
		})
	);
});

test('any JSON members become texts that hold the same JSON', async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (member) => {
			const [row] = await read(JSON.stringify({ member }));
			const text = (row as RawRow).values.member!;
			const back = typeof member === 'string' ? text : member === null ? text || null : JSON.parse(text);
			expect(JSON.stringify(back)).toBe(JSON.stringify(member));
		})
	);
});

test('numbers keep digits that a double cannot hold', async () => {
	const [row] = await read('{"complaint_id": 12345678901234567890, "rating": 4, "nested": [1]}');
	expect(row).toMatchObject({ values: { complaint_id: '12345678901234567890', rating: '4', nested: '[1]' } });
});

test('a line that is no object is an issue and the next lines are read', async () => {
	const items = await read('{"a":"1"}\n\n{"a":\n[1]\n"text"\nnull\r\n{"a":"2"}\r\n');
	expect(
		items.map((item) => ('code' in item ? `${item.line} ${item.code}` : `${item.line} ${item.values.a}`))
	).toEqual(['1 1', '3 not-json', '4 not-json', '5 not-json', '6 not-json', '7 2']);
});

test('a line beyond the limit is one issue', async () => {
	const items = await read('{"a":"', 'x'.repeat(longestLineBytes), '"}\n{"a":"2"}');
	expect(items).toMatchObject([
		{ line: 1, code: 'too-long' },
		{ line: 2, values: { a: '2' } }
	]);
});
