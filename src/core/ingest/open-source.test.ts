import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EarshotError } from '#core/domain/errors.ts';
import { workbook } from '../../../tests/formats/rewrite.ts';
import { zipOf } from '../../../tests/formats/zip-writer.ts';
import { openFile } from './read-file.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'earshot-packed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(content: string | Buffer): string {
	const path = join(folder, 'upload');
	writeFileSync(path, content);
	return path;
}

async function refusal(content: string | Buffer): Promise<string> {
	const error: unknown = await openFile(write(content))
		.then((file) => Array.fromAsync(file.rows()))
		.catch((thrown: unknown) => thrown);
	if (!(error instanceof EarshotError)) throw new Error('expected an EarshotError', { cause: error });
	return error.message;
}

const csv = 'id,text\n1,催收\n';
const table = [
	['id', 'text'],
	['1', '催收']
];

test('what was found in a file is told with it', async () => {
	const inZip = zipOf({ name: 'export/March.csv', content: csv }, { name: 'export/.DS_Store', content: 'x' });
	expect(await openFile(write(inZip))).toMatchObject({
		packing: 'zip',
		entry: 'export/March.csv',
		format: 'csv',
		encoding: 'utf-8',
		delimiter: ',',
		sheet: null,
		sheets: [],
		header: ['id', 'text']
	});
	expect(await openFile(write(gzipSync(await workbook(table, 'shared'))))).toMatchObject({
		packing: 'gzip',
		entry: null,
		format: 'xlsx',
		encoding: null,
		delimiter: null,
		sheet: '投诉 2026',
		sheets: ['投诉 2026'],
		header: ['id', 'text']
	});
	expect(await openFile(write('[{"id":1}]'))).toMatchObject({
		packing: null,
		format: 'json',
		encoding: 'utf-8'
	});
});

test('what is stated is taken instead of what would be found', async () => {
	const both = Buffer.from('id;a,b\n1;\xb0\xa1\xb1\xa2,x\n', 'latin1');
	expect(await refusal(both)).toMatch(/^“upload” may be GB18030 \(GBK\) or Big5, or neither/);
	const file = await openFile(write(both), { encoding: 'GBK', delimiter: 'semicolon' });
	expect(file).toMatchObject({ encoding: 'gb18030', delimiter: ';', header: ['id', 'a,b'] });
	expect(await Array.fromAsync(file.rows())).toEqual([{ line: 2, values: { id: '1', 'a,b': '啊雹,x' } }]);
	await expect(openFile(write(csv), { encoding: 'latin9' })).rejects.toMatchObject({ code: 'bad-input' });
	await expect(openFile(write(csv), { delimiter: '#' })).rejects.toMatchObject({ code: 'bad-input' });
	await expect(openFile(write(csv), { encoding: 'utf-16' })).rejects.toMatchObject({ code: 'bad-file' });
	const sheets = openFile(write(await workbook(table, 'shared')), { sheet: 'June' });
	await expect(sheets).rejects.toThrow('“upload” has no sheet “June”: choose one of “投诉 2026”.');
});

test('a zip file with several files, none, or the wrong one is refused', async () => {
	const several = zipOf(...['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.csv`, content: csv })));
	expect(await refusal(several)).toBe(
		'“upload” holds 4 files (“a.csv”, “b.csv”, “c.csv” …): unpack it and import them one by one.'
	);
	expect(await refusal(zipOf())).toBe('“upload” is an empty zip file: there is nothing to import.');
	const nested = zipOf({ name: 'in.zip', content: zipOf({ name: 'a.csv', content: csv }) });
	expect(await refusal(nested)).toMatch(/holds a zip file inside a zip file/);
	expect(await refusal(zipOf({ name: 'a.csv.gz', content: gzipSync(csv) }))).toMatch(
		/a gzip file inside a zip file/
	);
	expect(await refusal(zipOf({ name: 'a.pdf', content: '%PDF-1.7' }))).toMatch(/looks like a PDF file/);
	expect(await refusal(zipOf({ name: 'word/document.xml', content: '<x/>' }))).toMatch(
		/looks like a Word document/
	);
	expect(await refusal(zipOf({ name: 'xl/workbook.bin', content: 'x' }))).toMatch(/a binary workbook/);
});

test('a zip file that is cut, damaged or lies about sizes is refused', async () => {
	const rows = Array.from({ length: 5000 }, (_, at) => `${at},${Math.sin(at)}\n`).join('');
	const zip = zipOf({ name: 'a.csv', content: `id,text\n${rows}` });
	expect(await refusal(zip.subarray(0, -40))).toMatch(/damaged zip file/);
	const damaged = Buffer.from(zip);
	damaged.fill(0, 20_000, 20_100);
	expect(await refusal(damaged)).toMatch(/damaged zip file/);
	const lying = zipOf({ name: 'a.csv', content: `id,text\n${rows}`, claims: { unpacked: 100 } });
	expect(await refusal(lying)).toMatch(/damaged zip file/);
	const wrongSum = Buffer.from(zip);
	wrongSum[wrongSum.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 16]! ^= 1;
	expect(await refusal(wrongSum)).toMatch(/damaged zip file/);
});

test('bombs are refused with words, and before they are unpacked', async () => {
	const letters = 'a'.repeat(200 * 1024 * 1024);
	expect(await refusal(gzipSync(`id\n${letters}`))).toMatch(
		/^“upload” unpacks to more than 200 times its size/
	);
	expect(await refusal(zipOf({ name: 'a.csv', content: `id\n${letters}` }))).toMatch(
		/more than 200 times its size/
	);
});
