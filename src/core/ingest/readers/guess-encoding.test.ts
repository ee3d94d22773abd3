import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { encodings, findEncoding, readText, type Encoding } from './encoding.ts';
import { checkStated, guessEncoding } from './guess-encoding.ts';

const simplified = '催收员一天打了十几个电话，还说要上门找我父母，请你们处理。';
const traditional = '催收員一天打了十幾通電話，還說要上門找我父母，請你們處理。';
const cantonese = '佢哋成日打電話嚟，嘅嗰喺，我同佢講咗好多次都唔聽。';
const table = (text: string) => `id,text\n1,"${text}"\n2,"${text}"\n`;

async function* inChunks(bytes: Buffer, size: number) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function guess(bytes: Buffer, size = 256 * 1024): Promise<Encoding> {
	return guessEncoding(bytes.subarray(0, 64 * 1024), inChunks(bytes, size));
}

async function decode(bytes: Buffer, encoding: Encoding, size: number): Promise<string> {
	const chunks = await Array.fromAsync(readText(inChunks(bytes, size), encoding));
	return Buffer.concat(chunks).toString('utf8');
}

const written: readonly (readonly [text: string, encoding: Encoding])[] = [
	['plain ascii', 'utf-8'],
	[simplified, 'utf-8'],
	[simplified, 'utf-16le'],
	[simplified, 'utf-16be'],
	['plain ascii', 'utf-16le'],
	['一丁七万丈三上下', 'utf-16le'],
	['一丁七万丈三上下', 'utf-16be'],
	[simplified, 'gb18030'],
	['𠮷祥，镕基，㐀', 'utf-8'],
	[`${simplified}𠮷镕€`, 'gb18030'],
	[traditional, 'big5'],
	[cantonese, 'big5']
];

test.each(written)('%s in %s is recognised, and read wherever its bytes are cut', async (text, encoding) => {
	const bytes = iconv.encode(table(text), encoding);
	expect(await guess(bytes)).toBe(encoding);
	for (const size of [1, 2, 3, 5, 4096]) expect(await decode(bytes, encoding, size)).toBe(table(text));
});

test('a byte order mark decides, and is no part of the text', async () => {
	const marks = { 'utf-8': 'efbbbf', 'utf-16le': 'fffe', 'utf-16be': 'feff', gb18030: '84319533' } as const;
	for (const encoding of Object.keys(marks) as (keyof typeof marks)[]) {
		const bytes = Buffer.concat([Buffer.from(marks[encoding], 'hex'), iconv.encode('a,b\n', encoding)]);
		expect(await guess(bytes)).toBe(encoding);
		expect(await decode(bytes, encoding, 1)).toBe('a,b\n');
	}
	const marked = Buffer.from('efbbbf61', 'hex');
	expect(() => checkStated(marked, 'gb18030')).toThrow(/begins with the mark of UTF-8, yet GB18030/);
	expect(() => checkStated(marked, 'utf-8')).not.toThrow();
});

test('Chinese that begins after megabytes of ASCII is still recognised', async () => {
	const ascii = Buffer.from(`id,text\n${'1,nothing to see\n'.repeat(400_000)}`);
	for (const encoding of ['utf-8', 'gb18030'] as const) {
		const bytes = Buffer.concat([ascii, iconv.encode(`2,${simplified}\n`, encoding)]);
		expect(bytes.length).toBeGreaterThan(6 * 1024 * 1024);
		expect(await guess(bytes)).toBe(encoding);
	}
});

test('what could be several encodings, or none, is asked about', async () => {
	const curly = Buffer.from('id,text\n1,They don\x92t stop, they won\x92t\n', 'latin1');
	await expect(guess(curly)).rejects.toThrow(/may be GB18030 \(GBK\).*State its encoding/);
	const both = Buffer.from('id,text\n1,\xb0\xa1\xb1\xa2\n', 'latin1');
	await expect(guess(both)).rejects.toThrow(/may be GB18030 \(GBK\) or Big5, or neither/);
	const none = Buffer.from('id,text\n1,\xff\xfe\xff\n', 'latin1');
	await expect(guess(none)).rejects.toThrow(/neither UTF-8, UTF-16, GB18030 nor Big5 throughout/);
	await expect(guess(Buffer.from([1, 2, 0, 3, 0, 0, 7]))).rejects.toThrow(/looks like a binary file/);
});

test('a single zero does not make a text binary', async () => {
	expect(await guess(Buffer.from(`${table(simplified)}3,\0\n`))).toBe('utf-8');
});

test('an encoding that the bytes are not is refused, the last byte included', async () => {
	const gb = iconv.encode(simplified, 'gb18030');
	await expect(decode(gb, 'utf-8', 7)).rejects.toThrow(/is not UTF-8 throughout/);
	await expect(decode(gb.subarray(0, -1), 'gb18030', 7)).rejects.toThrow(/is not GB18030/);
	const big5 = iconv.encode(traditional, 'big5');
	await expect(decode(big5.subarray(0, -1), 'big5', 7)).rejects.toThrow(/is not Big5/);
	await expect(decode(Buffer.from('00d8', 'hex'), 'utf-16le', 7)).rejects.toThrow(/is not UTF-16/);
});

test('an encoding is found by the names people use', () => {
	expect(['GBK', 'gb2312', 'UTF8', ' Big5 ', 'big5-hkscs', 'cp1252'].map(findEncoding)).toEqual([
		'gb18030',
		'gb18030',
		'utf-8',
		'big5',
		'big5',
		'windows-1252'
	]);
	expect(encodings.map(findEncoding)).toEqual([...encodings]);
	expect(['latin9', '', 'constructor'].map(findEncoding)).toEqual([null, null, null]);
});
