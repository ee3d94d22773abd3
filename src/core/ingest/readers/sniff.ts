/** What the first bytes of files give away that people try to import by mistake. */
const signatures: readonly (readonly [bytes: Buffer, looksLike: string])[] = [
	[Buffer.from('PK\x03\x04', 'latin1'), 'an Excel workbook or another zip file'],
	[Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an old Excel or Word file'],
	[Buffer.from('%PDF-'), 'a PDF file'],
	[Buffer.from('89504e470d0a1a0a', 'hex'), 'an image (PNG)'],
	[Buffer.from('ffd8ff', 'hex'), 'an image (JPEG)'],
	[Buffer.from('GIF8'), 'an image (GIF)'],
	[Buffer.from('1f8b', 'hex'), 'a file gzipped twice'],
	[Buffer.from('SQLite format 3\0'), 'an SQLite database'],
	[Buffer.from('PAR1'), 'a Parquet file'],
	[Buffer.from('fffe', 'hex'), 'UTF-16 text'],
	[Buffer.from('feff', 'hex'), 'UTF-16 text'],
	[Buffer.from('<!doctype html', 'latin1'), 'a web page'],
	[Buffer.from('<html', 'latin1'), 'a web page'],
	[Buffer.from('<?xml', 'latin1'), 'an XML file'],
	[Buffer.from('{\\rtf'), 'a rich-text document']
];

/** True when the bytes, perhaps cut in the middle of a character, are UTF-8. */
function isUtf8(head: Buffer): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** What a file looks like that is neither CSV nor JSONL in UTF-8, judged by its first bytes; null when it may be. */
export function describeForeign(head: Buffer): string | null {
	const start = head.subarray(0, 16).toString('latin1').toLowerCase();
	const match = signatures.find(([bytes]) => start.startsWith(bytes.toString('latin1').toLowerCase()));
	if (match) return match[1];
	if (head.includes(0)) return 'a binary file';
	return isUtf8(head) ? null : 'text that is not UTF-8 (perhaps GBK or GB18030)';
}
