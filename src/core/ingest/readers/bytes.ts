import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const chunkBytes = 256 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const gzipMagic = Buffer.from([0x1f, 0x8b]);

async function isGzip(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer } = await file.read(Buffer.alloc(gzipMagic.length), 0, gzipMagic.length, 0);
		return buffer.equals(gzipMagic);
	} finally {
		await file.close();
	}
}

/** The bytes of a file, unzipped where it is gzip whatever its name says. Memory stays flat. Throws Node's errors. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
	const zipped = await isGzip(path);
	const source: Readable = createReadStream(path, { highWaterMark: chunkBytes });
	// The iteration below throws what the pipeline would report, so its callback has nothing to do.
	const stream = zipped ? pipeline(source, createGunzip({ chunkSize: chunkBytes }), () => {}) : source;
	for await (const chunk of stream) yield chunk as Buffer;
}

/**
 * As {@link readBytes}, without a byte order mark and sure to be UTF-8: throws a TypeError with the code
 * `ERR_ENCODING_INVALID_ENCODED_DATA` in place of the chunk that is not.
 */
export async function* readUtf8(path: string): AsyncGenerator<Buffer> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let held: Buffer | null = Buffer.alloc(0);
	for await (const chunk of readBytes(path)) {
		decoder.decode(chunk, { stream: true });
		if (held === null) {
			yield chunk;
			continue;
		}
		held = Buffer.concat([held, chunk]);
		if (held.length < byteOrderMark.length) continue;
		yield withoutMark(held);
		held = null;
	}
	decoder.decode();
	if (held !== null) yield held;
}

function withoutMark(start: Buffer): Buffer {
	const marked = start.subarray(0, byteOrderMark.length).equals(byteOrderMark);
	return marked ? start.subarray(byteOrderMark.length) : start;
}
