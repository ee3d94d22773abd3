/** What the first bytes of files give away that people try to import by mistake. */
const signatures: readonly (readonly [bytes: Buffer, looksLike: string])[] = [
	[Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'an old Excel or Word file, or a workbook with a password'],
	[Buffer.from('%PDF-'), 'a PDF file'],
	[Buffer.from('89504e470d0a1a0a', 'hex'), 'an image (PNG)'],
	[Buffer.from('ffd8ff', 'hex'), 'an image (JPEG)'],
	[Buffer.from('GIF8'), 'an image (GIF)'],
	[Buffer.from('1f8b', 'hex'), 'a file gzipped twice'],
	[Buffer.from('Rar!'), 'a RAR file'],
	[Buffer.from('377abcaf271c', 'hex'), 'a 7-Zip file'],
	[Buffer.from('SQLite format 3\0'), 'an SQLite database'],
	[Buffer.from('PAR1'), 'a Parquet file'],
	[Buffer.from('fffe0000', 'hex'), 'UTF-32 text'],
	[Buffer.from('0000feff', 'hex'), 'UTF-32 text'],
	[Buffer.from('<!doctype html', 'latin1'), 'a web page'],
	[Buffer.from('<html', 'latin1'), 'a web page'],
	[Buffer.from('<?xml', 'latin1'), 'an XML file'],
	[Buffer.from('{\\rtf'), 'a rich-text document']
];

/** What a file looks like that holds no table and no JSON, judged by its first bytes; null when it may. */
export function describeForeign(head: Buffer): string | null {
	const start = head.subarray(0, 16).toString('latin1').toLowerCase();
	const match = signatures.find(([bytes]) => start.startsWith(bytes.toString('latin1').toLowerCase()));
	return match ? match[1] : null;
}

const gzipMagic = Buffer.from([0x1f, 0x8b]);
const zipMagics = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('PK\x05\x06', 'latin1')];

export function isGzip(head: Buffer): boolean {
	return head.subarray(0, gzipMagic.length).equals(gzipMagic);
}

export function isZip(head: Buffer): boolean {
	return zipMagics.some((magic) => head.subarray(0, magic.length).equals(magic));
}
