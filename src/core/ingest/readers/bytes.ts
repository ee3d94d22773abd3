import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileFault } from '../file-fault.ts';

const chunkBytes = 256 * 1024;

/** The bytes of a file in chunks of at most 256 kB. Memory stays flat. Throws Node's errors. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
	for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield chunk as Buffer;
}

/** As {@link readBytes}, unzipped from gzip. Throws FileFault where it grows beyond all measure. */
export async function* readGunzipped(path: string): AsyncGenerator<Buffer> {
	const { size } = await stat(path);
	const source = createReadStream(path, { highWaterMark: chunkBytes });
	// The iteration below throws what the pipeline would report, so its callback has nothing to do.
	const stream = pipeline(source, createGunzip({ chunkSize: chunkBytes }), () => {});
	yield* withinMeasure(stream as AsyncIterable<Buffer>, size);
}

const mega = 1024 * 1024;
/** Feedback packs to a fifth or a tenth, machine-made rows to a fiftieth; what a bomb packs, to a thousandth. */
const mostTimes = 200;
/** So much may come out of any file, however small: it does no harm. */
const harmlessBytes = 64 * mega;
const mostUnpackedGigabytes = 16;

/** Throws FileFault for a size that no file of feedback unpacks to; sizes in bytes. */
export function checkUnpacked(unpacked: number, packed: number): void {
	if (unpacked > harmlessBytes && unpacked > mostTimes * packed)
		throw new FileFault(
			`unpacks to more than ${mostTimes} times its size, as no file of feedback does: unpack it, look into it and import what is inside.`
		);
	if (unpacked > mostUnpackedGigabytes * 1024 * mega)
		throw new FileFault(
			`unpacks to more than ${mostUnpackedGigabytes} GB: split it into files and import these.`
		);
}

/** Passes unpacked chunks on as long as {@link checkUnpacked} has nothing against their sum. */
export async function* withinMeasure(chunks: AsyncIterable<Buffer>, packed: number): AsyncGenerator<Buffer> {
	let unpacked = 0;
	for await (const chunk of chunks) {
		unpacked += chunk.length;
		checkUnpacked(unpacked, packed);
		yield chunk;
	}
}

/** The first bytes, at most `most` of them; the source is then left. */
export async function takeBytes(chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
	const taken: Buffer[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		taken.push(chunk);
		length += chunk.length;
		if (length >= most) break;
	}
	return Buffer.concat(taken).subarray(0, most);
}
