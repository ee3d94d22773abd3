import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readItems } from './read-items.ts';

const member = fc.dictionary(
	fc.string({ minLength: 1 }).filter((name) => name !== 'items' && name !== '__proto__'),
	fc.string(),
	{ minKeys: 1 }
);

test('one list of objects reads the same in each form it may be sent in', () => {
	fc.assert(
		fc.property(fc.array(member, { minLength: 1, maxLength: 5 }), (objects) => {
			const rows = objects.map((values, at) => ({ line: at + 1, values }));
			expect(readItems(JSON.stringify(objects), 'json')).toEqual(rows);
			expect(readItems(JSON.stringify({ items: objects }), 'json')).toEqual(rows);
			const lines = objects.map((object) => JSON.stringify(object)).join('\r\n\n');
			expect(readItems(lines, 'ndjson')).toEqual(rows);
			expect(readItems(JSON.stringify(objects[0]), 'json')).toEqual(rows.slice(0, 1));
		})
	);
});

test('ids too long for a double keep their digits', () => {
	expect(readItems('[{"complaint_id": 12345678901234567890}]', 'json')).toEqual([
		{ line: 1, values: { complaint_id: '12345678901234567890' } }
	]);
});

test('an item that is no object is named by its place, and a text that is no JSON is none', () => {
	const items = readItems('[{"text": "a"}, 7]', 'json');
	expect(items?.[1]).toMatchObject({ line: 2, code: 'not-json', value: null });
	expect(readItems('{"text": "a"}\nnonsense', 'ndjson')?.[1]).toMatchObject({ line: 2, code: 'not-json' });
	for (const text of ['', '{"text"', '7', 'null']) expect(readItems(text, 'json')).toBeNull();
});
