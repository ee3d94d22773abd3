import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowIssue } from '#core/domain/import.ts';
import { longestRecordBytes, readCsv, type CsvRecord } from './csv.ts';

async function read(...chunks: (string | Buffer)[]): Promise<(CsvRecord | RowIssue)[]> {
	async function* stream() {
		for (const chunk of chunks) yield Buffer.from(chunk as string);
	}
	return Array.fromAsync(readCsv(stream()));
}

/** Lines and cells, or the code of an issue: enough to see what was read where. */
function outline(items: readonly (CsvRecord | RowIssue)[]) {
	return items.map((item) => [item.line, 'cells' in item ? item.cells.join('|') : item.code]);
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
	const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
	return ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
}

const cell = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '催') })
);
const places = fc.array(fc.nat(), { maxLength: 6 });

test('any table written as CSV is read back equal, wherever the stream is cut', async () => {
	const tables = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
	await fc.assert(
		fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n', '\r'), places, async (table, ending, cuts) => {
			const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
			const text = table.map((row) => row.map(quote).join(',') + ending).join('');
			const items = await read(...cut(Buffer.from(text), cuts));
			expect(items.map((item) => ('cells' in item ? item.cells : item))).toEqual(table);
		})
	);
});

test('any text, well-formed or not, reads the same wherever the stream is cut', async () => {
	const texts = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '催'), maxLength: 60 });
	await fc.assert(
		fc.asyncProperty(texts, places, async (text, cuts) => {
			expect(await read(...cut(Buffer.from(text), cuts))).toEqual(await read(text));
		}),
		{ numRuns: 1000 }
	);
});

test('a text without quotes reads the same as when there is a quote somewhere', async () => {
	const texts = fc.string({ unit: fc.constantFrom(',', '\n', '\r', 'a', ' ', '催'), maxLength: 60 });
	await fc.assert(
		fc.asyncProperty(texts, async (text) => {
			const withQuote = await read(`${text}\n"q"\n`);
			expect(await read(text)).toEqual(withQuote.slice(0, -1));
		}),
		{ numRuns: 1000 }
	);
});

test('a record has the line it starts on, after blank lines and cells of several lines, with any line ending', async () => {
	for (const ending of ['\n', '\r\n', '\r']) {
		const text = ['a,b', '', '"two', 'lines",1', '', '', 'x,y', 'last,one'].join(ending);
		expect(outline(await read(text))).toEqual([
			[1, 'a|b'],
			[3, `two${ending}lines|1`],
			[7, 'x|y'],
			[8, 'last|one']
		]);
	}
});

test('line endings may be mixed', async () => {
	expect(outline(await read('a,b\r\n1,2\n3,4\r5,6'))).toEqual([
		[1, 'a|b'],
		[2, '1|2'],
		[3, '3|4'],
		[4, '5|6']
	]);
});

test('a lost quote costs its own line and no other', async () => {
	expect(outline(await read('a,b\n1,"never closed\n2,fine\n3,"also fine"\n'))).toEqual([
		[1, 'a|b'],
		[2, 'bad-quote'],
		[3, '2|fine'],
		[4, '3|also fine']
	]);
	expect(outline(await read('a\n"x" y\nsize 5"\nok'))).toEqual([
		[1, 'a'],
		[2, 'bad-quote'],
		[3, 'bad-quote'],
		[4, 'ok']
	]);
	expect(outline(await read('a\n\n"open at the end'))).toEqual([
		[1, 'a'],
		[3, 'bad-quote']
	]);
});

test('a quote left open over megabytes neither fills the memory nor hides the rows behind it', async () => {
	const rows = Array.from({ length: 400 }, (_, at) => `${at},${'x'.repeat(10_000)}\n`);
	const items = await read('id,text\n', '0,"never closed\n', ...rows);
	expect(rows.join('').length).toBeGreaterThan(longestRecordBytes);
	expect(outline(items).slice(0, 2)).toEqual([
		[1, 'id|text'],
		[2, 'bad-quote']
	]);
	expect(items).toHaveLength(402);
});

test('a single line beyond the limit is one issue', async () => {
	const part = 'x'.repeat(600_000);
	const items = await read('id\n', part, part, part, part, part, '\nnext');
	expect(outline(items)).toEqual([
		[1, 'id'],
		[2, 'too-long'],
		[3, 'next']
	]);
	const messages = items.map((item) => ('message' in item ? item.message : ''));
	expect(messages[1]).toBe('This line is longer than 2 MB: write one row a line.');
});
