import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EarshotError } from '#core/domain/errors.ts';
import { openFile } from './read-file.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'earshot-ingest-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Buffer): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

/** The sentence with which a file is refused, at opening or while reading it to the end. */
async function refusal(path: string): Promise<string> {
	const error: unknown = await openFile(path)
		.then((file) => Array.fromAsync(file.rows()))
		.catch((thrown: unknown) => thrown);
	if (!(error instanceof EarshotError)) throw new Error('expected an EarshotError', { cause: error });
	expect(error.code).toBe('bad-file');
	return error.message;
}

test('a CSV file is read plain or gzipped, with or without a byte order mark, whatever its name', async () => {
	const text = '"received_on",text\n2026-03-05,"They called, twice"\n2026-03-06,他们打了十次电话\n';
	const rows = [
		{ line: 2, values: { received_on: '2026-03-05', text: 'They called, twice' } },
		{ line: 3, values: { received_on: '2026-03-06', text: '他们打了十次电话' } }
	];
	for (const content of [text, `\uFEFF${text}`, gzipSync(text), gzipSync(`\uFEFF${text}`)]) {
		const file = await openFile(await write('any.name', content));
		expect(file).toMatchObject({ name: 'any.name', format: 'csv', header: ['received_on', 'text'] });
		expect(await Array.fromAsync(file.rows())).toEqual(rows);
		expect(await Array.fromAsync(file.rows())).toEqual(rows);
	}
});

test('a JSONL file is told by its content and has the header of its first object', async () => {
	const file = await openFile(await write('a.csv', '\uFEFF{"kind":"complaint","text":"x"}\n{"text":"y"}\n'));
	expect(file).toMatchObject({ format: 'jsonl', header: ['kind', 'text'] });
	expect(await Array.fromAsync(file.rows())).toEqual([
		{ line: 1, values: { kind: 'complaint', text: 'x' } },
		{ line: 2, values: { text: 'y' } }
	]);
});

test('any table is read back equal through a file', async () => {
	const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
	const row = fc.tuple(
		cell,
		cell,
		cell.filter((text) => text !== '')
	);
	await fc.assert(
		fc.asyncProperty(fc.array(row), fc.boolean(), async (table, isZipped) => {
			const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
			const text = ['a,b,__proto__', ...table.map((cells) => cells.map(quote).join(','))].join('\n');
			const file = await openFile(await write('table.csv', isZipped ? gzipSync(text) : text));
			const rows = await Array.fromAsync(file.rows());
			const cells = rows.map((item) => ('values' in item ? Object.entries(item.values) : item));
			expect(cells).toEqual(
				table.map(([a, b, c]) => [
					['a', a],
					['b', b],
					['__proto__', c]
				])
			);
		}),
		{ numRuns: 50 }
	);
});

test('rows of another width are issues, empty rows and empty cells at the end are left out', async () => {
	const wrongWidth = (line: number, cells: number) => ({
		line,
		column: null,
		code: 'wrong-width',
		message: `This row has ${cells} cells and the header 2: quote cells that hold a comma.`,
		value: null
	});
	const file = await openFile(await write('ragged.csv', ' a ,b,\n1,2,3\n,,\n1,2\n1\n5,6,,\n'));
	expect(file.header).toEqual(['a', 'b']);
	expect(await Array.fromAsync(file.rows())).toEqual([
		wrongWidth(2, 3),
		{ line: 4, values: { a: '1', b: '2' } },
		wrongWidth(5, 1),
		{ line: 6, values: { a: '5', b: '6' } }
	]);
});

test('a header alone is a file without rows', async () => {
	const file = await openFile(await write('header.csv', 'received_on,text\n'));
	expect(await Array.fromAsync(file.rows())).toEqual([]);
});

test('what is no file to read is refused', async () => {
	await mkdir(join(folder, 'a-folder'));
	await symlink('loop', join(folder, 'loop'));
	const missing = join(folder, 'missing.csv');
	expect(await refusal(missing)).toBe(`There is no file “${missing}”: check the path.`);
	expect(await refusal(join(folder, 'a-folder'))).toBe('“a-folder” is a folder: give the file to import.');
	expect(await refusal(join(folder, 'loop'))).toMatch(
		/^“.*loop” cannot be read \(ELOOP\): copy it to another place/
	);
	expect(await refusal('/dev/null')).toBe(
		'“null” is not a regular file: save the data to one and import that.'
	);
});

test.skipIf(process.getuid?.() === 0)('a file that this user may not read is refused', async () => {
	const path = await write('locked.csv', 'received_on,text\n');
	await chmod(path, 0o000);
	expect(await refusal(path)).toBe('“locked.csv” may not be read: give this user the right to read it.');
});

test('an empty file is refused, gzipped or not', async () => {
	expect(await refusal(await write('empty.csv', ''))).toBe(
		'“empty.csv” is empty: there is nothing to import.'
	);
	expect(await refusal(await write('mark.csv', '\uFEFF \n\n'))).toBe(
		'“mark.csv” is empty: there is nothing to import.'
	);
	expect(await refusal(await write('empty.csv.gz', gzipSync('')))).toBe(
		'“empty.csv.gz” is empty: there is nothing to import.'
	);
});

test('a file of another kind is refused with what it looks like', async () => {
	const looks: [Buffer | string, string][] = [
		[Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'an old Excel or Word file, or a workbook with a password'],
		['%PDF-1.7', 'a PDF file'],
		[Buffer.from('89504e470d0a1a0a00', 'hex'), 'an image (PNG)'],
		[Buffer.from('ffd8ffe0', 'hex'), 'an image (JPEG)'],
		[gzipSync(gzipSync('a,b')), 'a file gzipped twice'],
		['<!DOCTYPE HTML><p>Sign in', 'a web page'],
		['a,b\n1,\0', 'a binary file']
	];
	for (const [content, look] of looks)
		expect(await refusal(await write('odd', content))).toBe(
			`“odd” looks like ${look}: save it as CSV, XLSX or JSONL.`
		);
});

test('a header that cannot be used is refused', async () => {
	expect(await refusal(await write('twice.csv', 'text,day,text,day\n'))).toBe(
		'“twice.csv” has the same column name more than once: “text” (columns 1, 3); “day” (columns 2, 4).'
	);
	expect(await refusal(await write('unnamed.csv', ',text,,day\n'))).toBe(
		'“unnamed.csv” has columns without a name (1, 3): name them in the header or remove them.'
	);
	expect(await refusal(await write('empty.csv', ',,\n1,2,3\n'))).toBe(
		'“empty.csv” has an empty header: its first row must hold the names of the columns.'
	);
	const million = Array.from({ length: 250_000 }, (_, at) => `c${at}`).join(',');
	expect(await refusal(await write('wide.csv', `${million}\n`))).toBe(
		'“wide.csv” has 250000 columns and may have 1000: from column 1001 on, leave out what is not needed.'
	);
	expect(await refusal(await write('quote.csv', 'day,"text\n1,2\n'))).toMatch(
		/^“quote\.csv” has no usable header in line 1: The quotes \("\) of this row do not pair up/
	);
	expect(await refusal(await write('array.json', '[]'))).toBe(
		'“array.json” holds an empty array: there is nothing to import.'
	);
	expect(await refusal(await write('pretty.json', '{\n  "a": 1\n}'))).toBe(
		'“pretty.json” starts like JSON but has no object a line: write one object a line, or all of them in one array.'
	);
});

test('a first line of data instead of a header is not repeated in the refusal', async () => {
	const message = await refusal(await write('data.csv', '13812345678,催收,13812345678\n'));
	expect(message).toBe('“data.csv” has the same column name more than once: a name (columns 1, 3).');
});

test('a gzip file that is cut or damaged is refused, with how far reading got where it got anywhere', async () => {
	const line = (at: number) => `${at},叫${Math.sin(at)} ${Math.cos(at)} ${Math.tan(at)}\n`;
	const zipped = gzipSync(`id,text\n${Array.from({ length: 60_000 }, (_, at) => line(at)).join('')}`);
	const cut = await refusal(await write('cut.csv.gz', zipped.subarray(0, zipped.length - 1000)));
	expect(cut).toMatch(
		/^“cut\.csv\.gz” is a gzip file that ends too early: copy or download it again\. Reading got as far as line \d{4,5}\.$/
	);
	const damaged = Buffer.from(zipped);
	damaged.fill(0, zipped.length - 9000, zipped.length - 8000);
	expect(await refusal(await write('damaged.csv.gz', damaged))).toMatch(
		/^“damaged\.csv\.gz” is a damaged gzip file: copy or download it again\. Reading got as far as line \d{4,5}\.$/
	);
	expect(await refusal(await write('stub.gz', zipped.subarray(0, 5)))).toBe(
		'“stub.gz” is a gzip file that ends too early: copy or download it again.'
	);
});

test('text that stops being UTF-8 further on is refused with how far reading got', async () => {
	const good = Buffer.from('id,text\n' + '1,plain 催收\n'.repeat(200_000));
	const path = await write('late.csv', Buffer.concat([good, Buffer.from('2,\xff\n', 'latin1')]));
	expect(await refusal(path)).toMatch(
		/^“late\.csv” is not UTF-8 throughout: save it as UTF-8, or state its encoding\. Reading got as far as line \d{6}\.$/
	);
});

test.runIf(existsSync('/proc/self/fd'))('a reader that stops early leaves no file open', async () => {
	const path = await write('many.csv', 'id\n' + '1\n'.repeat(500_000));
	const openedTimes = async () => {
		const handles = await readdir('/proc/self/fd');
		const links = await Promise.all(
			handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => ''))
		);
		return links.filter((link) => link === path).length;
	};
	for await (const row of (await openFile(path)).rows()) {
		expect(row).toEqual({ line: 2, values: { id: '1' } });
		expect(await openedTimes()).toBeGreaterThan(0);
		break;
	}
	await expect.poll(openedTimes).toBe(0);
});
