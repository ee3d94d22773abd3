import iconv from 'iconv-lite';
import { FileFault } from '../file-fault.ts';

/** The encodings that can be read; windows-1252 is never guessed, for any bytes at all would be it. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const encodingNames: Readonly<Record<Encoding, string>> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 (little-endian)',
	'utf-16be': 'UTF-16 (big-endian)',
	gb18030: 'GB18030 (GBK)',
	big5: 'Big5',
	'windows-1252': 'Windows-1252'
};

const aliases = new Map<string, Encoding>([
	['utf8', 'utf-8'],
	['utf-16', 'utf-16le'],
	['utf16', 'utf-16le'],
	['gbk', 'gb18030'],
	['gb2312', 'gb18030'],
	['cp936', 'gb18030'],
	['big5-hkscs', 'big5'],
	['cp950', 'big5'],
	['cp1252', 'windows-1252']
]);

/** An encoding by a name people use for it; null for any other word. */
export function findEncoding(word: string): Encoding | null {
	const name = word.trim().toLowerCase();
	return encodings.find((encoding) => encoding === name) ?? aliases.get(name) ?? null;
}

const marks: readonly (readonly [bytes: string, encoding: Encoding])[] = [
	['efbbbf', 'utf-8'],
	['fffe', 'utf-16le'],
	['feff', 'utf-16be'],
	['84319533', 'gb18030']
];

/** The encoding that a byte order mark states, and the length of the mark; null where there is none. */
export function readMark(head: Buffer): { readonly encoding: Encoding; readonly length: number } | null {
	const start = head.subarray(0, 4).toString('hex');
	const mark = marks.find(([bytes]) => start.startsWith(bytes));
	return mark ? { encoding: mark[1], length: mark[0].length / 2 } : null;
}

export interface Decoder {
	/** Throws where the bytes are not of the encoding. */
	write(chunk: Buffer): string;
	/** What is left; throws where the last character is cut. */
	end(): string;
}

/** A decoder that refuses what it does not know. */
export function strictDecoder(encoding: Encoding): Decoder {
	if (encoding === 'big5') return strictBig5();
	const decoder = new TextDecoder(encoding, { fatal: true });
	return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/**
 * TextDecoder reads the characters of Hong Kong, 嘅 and 喺 among them, as private ones that nobody can see;
 * iconv-lite knows them, and writes what it does not know as U+FFFD, which Big5 itself does not have.
 */
function strictBig5(): Decoder {
	const decoder = iconv.getDecoder('big5');
	const check = (text: string) => {
		if (text.includes('\uFFFD')) throw new TypeError('not Big5');
		return text;
	};
	return { write: (chunk) => check(decoder.write(chunk)), end: () => check(decoder.end() ?? '') };
}

/**
 * A text of any encoding as chunks of UTF-8 without a byte order mark. Throws FileFault in place of the chunk whose
 * bytes are not of the encoding.
 */
export async function* readText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
	const decoder = strictDecoder(encoding);
	const decode = (read: () => string): string => {
		try {
			return read();
		} catch (error) {
			const name = encodingNames[encoding];
			throw new FileFault(`is not ${name} throughout: save it as UTF-8, or state its encoding.`, {
				cause: error
			});
		}
	};
	let isStart = true;
	for await (const chunk of chunks) {
		const text = decode(() => decoder.write(chunk));
		if (text === '') continue;
		// TextDecoder does not take the mark of GB18030 for one.
		yield Buffer.from(isStart && text.startsWith('\uFEFF') ? text.slice(1) : text);
		isStart = false;
	}
	const rest = decode(() => decoder.end());
	if (rest !== '') yield Buffer.from(rest);
}
