import { inflateSync } from 'node:zlib';
import { EarshotError } from '#core/domain/errors.ts';

const headerSize = 44;
const entrySize = 20;

/**
 * Unpacks a WOFF font to plain TrueType or OpenType: the PDF library would do it too, but takes seconds for a Chinese
 * font. Throws `bad-file` for anything else. Source: WOFF File Format 1.0 (W3C 2012), sections 3 to 5.
 */
export function woffToSfnt(woff: Buffer): Buffer {
	if (woff.length < headerSize || woff.toString('latin1', 0, 4) !== 'wOFF')
		throw new EarshotError(
			'bad-file',
			'A font of the PDF is no WOFF file: install the packages again (npm ci).'
		);
	const count = woff.readUInt16BE(12);
	const tables = Array.from({ length: count }, (_, at) => {
		const entry = headerSize + at * entrySize;
		const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
			number,
			number,
			number
		];
		const bytes = woff.subarray(offset, offset + packed);
		return {
			tag: woff.subarray(entry, entry + 4),
			checksum: woff.readUInt32BE(entry + 16),
			data: packed < length ? inflateSync(bytes) : bytes
		};
	});
	const directory = Buffer.alloc(12 + 16 * count);
	woff.copy(directory, 0, 4, 8);
	const power = Math.floor(Math.log2(count));
	directory.writeUInt16BE(count, 4);
	directory.writeUInt16BE(16 * 2 ** power, 6);
	directory.writeUInt16BE(power, 8);
	directory.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
	let offset = directory.length;
	const parts = tables.map(({ tag, checksum, data }, at) => {
		const entry = 12 + 16 * at;
		tag.copy(directory, entry);
		directory.writeUInt32BE(checksum, entry + 4);
		directory.writeUInt32BE(offset, entry + 8);
		directory.writeUInt32BE(data.length, entry + 12);
		const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
		data.copy(padded);
		offset += padded.length;
		return padded;
	});
	return Buffer.concat([directory, ...parts]);
}
