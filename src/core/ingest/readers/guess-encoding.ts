import { isAscii } from 'node:buffer';
import { FileFault } from '../file-fault.ts';
import { encodingNames, readMark, strictDecoder, type Encoding } from './encoding.ts';

const mega = 1024 * 1024;
const leastSample = mega;
const mostSample = 4 * mega;
const enoughForeign = 2000;

interface Sample {
	/** From the start of the file, or of the first chunk that holds more than ASCII. */
	readonly bytes: Buffer;
	/** The file ends with it. */
	readonly isWhole: boolean;
}

/**
 * The encoding of a text: its byte order mark, else strictly UTF-8, else UTF-16 by the pattern of its zeros, else
 * GB18030 or Big5 by which of them decodes strictly into common characters. A file that goes on in ASCII is read
 * until it shows more. Throws FileFault where nothing fits, or more than one.
 */
export async function guessEncoding(head: Buffer, chunks: AsyncIterable<Buffer>): Promise<Encoding> {
	const mark = readMark(head);
	if (mark) return mark.encoding;
	if (head.includes(0)) {
		const wide = guessUtf16(head);
		if (wide) return wide;
		if (isBinary(head)) throw new FileFault('looks like a binary file: save it as CSV, XLSX or JSONL.');
	}
	const sample = await takeSample(chunks);
	if (decode(sample, 'utf-8') !== null) return 'utf-8';
	return guessChinese(sample);
}

/** Throws FileFault where the byte order mark contradicts the encoding stated. */
export function checkStated(head: Buffer, stated: Encoding): void {
	const mark = readMark(head);
	if (!mark || mark.encoding === stated) return;
	throw new FileFault(
		`begins with the mark of ${encodingNames[mark.encoding]}, yet ${encodingNames[stated]} is stated: leave the encoding to Earshot.`
	);
}

async function takeSample(chunks: AsyncIterable<Buffer>): Promise<Sample> {
	let kept: Buffer[] = [];
	let length = 0;
	let foreign = 0;
	for await (const chunk of chunks) {
		if (foreign === 0 && length >= leastSample) [kept, length] = [[], 0];
		kept.push(chunk);
		length += chunk.length;
		if (!isAscii(chunk)) foreign += chunk.reduce((sum, byte) => (byte > 0x7f ? sum + 1 : sum), 0);
		if ((foreign >= enoughForeign && length >= leastSample) || (foreign > 0 && length >= mostSample))
			return { bytes: Buffer.concat(kept), isWhole: false };
	}
	return { bytes: Buffer.concat(kept), isWhole: true };
}

function decode({ bytes, isWhole }: Sample, encoding: Encoding): string | null {
	try {
		const decoder = strictDecoder(encoding);
		return decoder.write(bytes) + (isWhole ? decoder.end() : '');
	} catch {
		return null;
	}
}

const binaryShare = 0.01;

function isBinary(head: Buffer): boolean {
	const controls = head.reduce((sum, byte) => (byte < 9 || (byte > 13 && byte < 32) ? sum + 1 : sum), 0);
	return controls > binaryShare * head.length;
}

/** ASCII, its full-width forms, Han and the punctuation between: what the columns of a feedback file are made of. */
const usual = /[\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]/gu;
/** A comma, a digit or a line end read in the wrong order of bytes, or no text at all. */
const swapped = /[\u0000-\u0008\u0900\u0a00\u0d00\u2c00]/u;
const usualShare = 0.9;

function guessUtf16(head: Buffer): Encoding | null {
	const even = head.subarray(0, head.length - (head.length % 2));
	const fits = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
		const text = decode({ bytes: even, isWhole: false }, encoding);
		if (text === null || swapped.test(text)) return false;
		return (text.match(usual)?.length ?? 0) >= usualShare * text.length;
	});
	return fits.length === 1 ? fits[0]! : null;
}

/** Share of common characters from which an encoding that alone decodes is believed. */
const believableAlone = 0.4;
const believable = 0.7;
const clearLead = 0.15;

function guessChinese(sample: Sample): Encoding {
	const found = (['gb18030', 'big5'] as const)
		.filter((encoding) => decode(sample, encoding) !== null)
		.map((encoding) => ({ encoding, share: shareOfCommon(sample.bytes, encoding) }))
		.toSorted((a, b) => b.share - a.share);
	const [first, second] = found;
	if (!first)
		throw new FileFault(
			'is neither UTF-8, UTF-16, GB18030 nor Big5 throughout: save it as UTF-8, or state its encoding.'
		);
	const isClear = second
		? first.share >= believable && first.share - second.share >= clearLead
		: first.share >= believableAlone;
	if (isClear) return first.encoding;
	const names = found.map(({ encoding }) => encodingNames[encoding]).join(' or ');
	throw new FileFault(
		`may be ${names}, or neither: its few characters do not show which. State its encoding, or save it as UTF-8.`
	);
}

/**
 * Both encodings sort their characters by use: GB 2312 has its 3,755 common ones from B0A1 to D7FE, Big5 its 5,401
 * from A440 to C67E. The share of those among all that is neither ASCII nor punctuation, from 0 to 1.
 */
function shareOfCommon(bytes: Buffer, encoding: 'gb18030' | 'big5'): number {
	let common = 0;
	let all = 0;
	for (let at = 0; at < bytes.length; at++) {
		const lead = bytes[at]!;
		if (lead < 0x81) continue;
		const trail = bytes[++at] ?? 0;
		if (lead >= 0xa1 && lead <= 0xa3) continue;
		// The characters of Hong Kong are outside of the order by use, and everyday ones are among them.
		if (encoding === 'big5' && (lead <= 0xa0 || lead >= 0xfa)) continue;
		all++;
		if (encoding === 'gb18030') {
			if (trail < 0x40) at += 2;
			else if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
		} else if (lead >= 0xa4 && (lead < 0xc6 || (lead === 0xc6 && trail <= 0x7e))) common++;
	}
	return all === 0 ? 0 : common / all;
}
