import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { FileFault } from '../file-fault.ts';
import { checkUnpacked, withinMeasure } from './bytes.ts';

/** A zip file on disk or in memory. */
export type ZipLocation = string | Buffer;

/** A file inside a zip file; sizes in bytes, as its directory states them. */
export interface ZipEntry {
	readonly name: string;
	readonly packed: number;
	readonly unpacked: number;
}

/** Directories longer than this are made to exhaust whoever reads them. */
const mostEntries = 10_000;
const encrypted = 'is protected by a password: remove that and import it again.';

/** The files inside, folders left out. Throws FileFault where it is damaged or has no end. */
export async function listZip(location: ZipLocation): Promise<readonly ZipEntry[]> {
	return withZip(location, async (zip) => {
		if (zip.entryCount > mostEntries)
			throw new FileFault(`holds more than ${mostEntries} files: import the one that holds the data.`);
		const entries = await Array.fromAsync(zip.eachEntry());
		return entries.filter((entry) => !entry.fileName.endsWith('/')).map(describeEntry);
	});
}

/**
 * The bytes of one file inside, checked for its size while they flow. Throws FileFault where it is damaged, has a
 * password or grows beyond measure.
 */
export async function* readZipEntry(location: ZipLocation, name: string): AsyncGenerator<Buffer> {
	const zip = await openZip(location);
	try {
		const entry = await findEntry(zip, name);
		if (entry.isEncrypted()) throw new FileFault(encrypted);
		checkUnpacked(entry.uncompressedSize, entry.compressedSize);
		const stream = await zip.openReadStreamPromise(entry);
		let sum = 0;
		for await (const chunk of withinMeasure(stream as AsyncIterable<Buffer>, entry.compressedSize)) {
			sum = crc32(chunk, sum);
			yield chunk;
		}
		if (sum !== entry.crc32) throw new Error('the check sum differs');
	} catch (error) {
		throw asFault(error);
	} finally {
		zip.close();
	}
}

async function findEntry(zip: ZipFile, name: string): Promise<Entry> {
	for await (const entry of zip.eachEntry()) if (entry.fileName === name) return entry;
	throw new Error(`no ${name}`);
}

function describeEntry({ fileName, compressedSize, uncompressedSize }: Entry): ZipEntry {
	return { name: fileName, packed: compressedSize, unpacked: uncompressedSize };
}

async function withZip<Result>(
	location: ZipLocation,
	use: (zip: ZipFile) => Promise<Result>
): Promise<Result> {
	const zip = await openZip(location);
	try {
		return await use(zip);
	} catch (error) {
		throw asFault(error);
	} finally {
		zip.close();
	}
}

async function openZip(location: ZipLocation): Promise<ZipFile> {
	const options = { lazyEntries: true, autoClose: false };
	try {
		return await (typeof location === 'string'
			? openPromise(location, options)
			: fromBufferPromise(location, options));
	} catch (error) {
		throw asFault(error);
	}
}

/** yauzl throws plain errors and zlib its own for what is wrong inside: all of it is damage. */
function asFault(error: unknown): unknown {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const isOfTheSystem = code.startsWith('E') && !code.startsWith('ERR_');
	if (error instanceof FileFault || isOfTheSystem) return error;
	return new FileFault('is a damaged zip file or workbook: copy or download it again.', { cause: error });
}
