import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIssue } from '#core/domain/import.ts';
import type { RawRow } from '../row.ts';
import { readJsonArray } from './json-array.ts';
import { longestLineBytes } from './jsonl.ts';

async function read(...chunks: (string | Buffer)[]): Promise<(RawRow | RowIssue)[]> {
	async function* stream() {
		for (const chunk of chunks) yield Buffer.from(chunk as string);
	}
	return Array.fromAsync(readJsonArray(stream()));
}

function outline(items: readonly (RawRow | RowIssue)[]) {
	return items.map((item) => `${item.line} ${'code' in item ? item.code : item.values.a}`);
}

test('any objects are read back equal, in any layout and wherever the stream is cut', async () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', '\n', '催') })
	);
	const objects = fc.array(fc.dictionary(text, text), { maxLength: 6 });
	const indent = fc.constantFrom(undefined, 0, 1, 2, '\t');
	await fc.assert(
		fc.asyncProperty(objects, indent, fc.nat(), async (written, space, place) => {
			const bytes = Buffer.from(JSON.stringify(written, null, space));
			const at = place % (bytes.length + 1);
			const items = await read(bytes.subarray(0, at), bytes.subarray(at));
			expect(items.map((item) => ('values' in item ? item.values : item))).toEqual(written);
		})
	);
});

test('any members are read as they are line by line', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), async (members, space) => {
			const objects = members.map((a) => ({ a, nested: { a } }));
			const items = await read(JSON.stringify(objects, null, space));
			expect(items.filter((item) => 'code' in item)).toEqual([]);
			expect(items).toHaveLength(members.length);
		})
	);
});

test('an object has the line on which it begins', async () => {
	expect(outline(await read('\n[{"a":1},\n{"a":2,\n"b":3}, {"a":4}\r\n\n,{"a":5}\n]\n'))).toEqual([
		'2 1',
		'3 2',
		'4 4',
		'6 5'
	]);
});

test('what is no object is an issue, and the next elements are read', async () => {
	expect(outline(await read('[1, "x, y", {"a":1}, [{"a":2}], null, {"a":}, {"a":3}]'))).toEqual([
		'1 not-json',
		'1 not-json',
		'1 1',
		'1 not-json',
		'1 not-json',
		'1 not-json',
		'1 3'
	]);
});

test('a lost quote or bracket costs its own object where each begins a line', async () => {
	const lines = (...objects: string[]) => `[\n${objects.join(',\n')}\n]`;
	const good = '{"a":"fine"}';
	for (const bad of ['{"a":"never closed}', '{"a":"x"', '{"a":[1}', '{"a":"x, "b":"y"}', '"a":"x"}'])
		expect(outline(await read(lines(good, bad, good, good)))).toEqual([
			'2 fine',
			'3 not-json',
			'4 fine',
			'5 fine'
		]);
});

test('an array that is cut off, or goes on behind its end, says so', async () => {
	expect(outline(await read('[{"a":1},\n{"a":2}'))).toEqual(['1 1', '2 2', '2 not-json']);
	expect(outline(await read('[{"a":1},\n{"a":'))).toEqual(['1 1', '2 not-json', '2 not-json']);
	expect(outline(await read('[{"a":1}]\n[{"a":2}]'))).toEqual(['1 1', '2 not-json']);
	expect(await read('[ ]\n')).toEqual([]);
});

test('an element beyond the limit is one issue', async () => {
	const items = await read('[{"a":"', 'x'.repeat(longestLineBytes), '"},\n{"a":2}]');
	expect(outline(items)).toEqual(['1 too-long', '2 2']);
});
