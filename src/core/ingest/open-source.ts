import { stat } from 'node:fs/promises';
import { FileFault } from './file-fault.ts';
import { readBytes, readGunzipped, takeBytes } from './readers/bytes.ts';
import { describeForeign, isGzip, isZip } from './readers/sniff.ts';
import { listZip, readZipEntry, type ZipEntry, type ZipLocation } from './readers/zip.ts';

export type Packing = 'gzip' | 'zip';

/** A file without the gzip or zip around it: a stream of bytes, or a workbook, whose parts are read at will. */
export type Source = {
	readonly packing: Packing | null;
	/** The name of the file inside a zip file; null where there is no zip around it. */
	readonly entry: string | null;
} & (
	| { readonly kind: 'bytes'; readonly head: Buffer; read(): AsyncIterable<Buffer> }
	| { readonly kind: 'workbook'; readonly location: ZipLocation }
);

const headBytes = 64 * 1024;
/** A workbook inside gzip or zip is held in memory. */
const mostPackedWorkbook = 100 * 1024 * 1024;

/**
 * Opens a file, whatever it is packed in, judged by its content. Throws FileFault where it is a folder, damaged, of a
 * foreign kind, or packed in a way that leaves open which file is meant; Node's error where it is not to be read.
 */
export async function openSource(path: string): Promise<Source> {
	const found = await stat(path);
	if (found.isDirectory()) throw new FileFault('is a folder: give the file to import.');
	if (!found.isFile()) throw new FileFault('is not a regular file: save the data to one and import that.');
	const head = await takeBytes(readBytes(path), headBytes);
	if (isGzip(head)) return unpacked('gzip', null, () => readGunzipped(path));
	if (isZip(head)) return openZipped(path);
	checkKind(head);
	return { kind: 'bytes', packing: null, entry: null, head, read: () => readBytes(path) };
}

async function openZipped(path: string): Promise<Source> {
	const entries = await listZip(path);
	if (isWorkbook(entries)) return { kind: 'workbook', packing: null, entry: null, location: path };
	const { name } = chooseEntry(entries);
	return unpacked('zip', name, () => readZipEntry(path, name));
}

async function unpacked(
	packing: Packing,
	entry: string | null,
	read: () => AsyncIterable<Buffer>
): Promise<Source> {
	const head = await takeBytes(read(), headBytes);
	if (isZip(head)) {
		const location = await takeBytes(read(), mostPackedWorkbook + 1);
		if (location.length > mostPackedWorkbook)
			throw new FileFault('holds a workbook of more than 100 MB: save its sheet as CSV and import that.');
		if (isWorkbook(await listZip(location))) return { kind: 'workbook', packing, entry, location };
		throw new FileFault(`holds a zip file inside a ${packing} file: unpack it and import what is inside.`);
	}
	if (packing === 'zip' && isGzip(head))
		throw new FileFault('holds a gzip file inside a zip file: unpack it and import what is inside.');
	checkKind(head);
	return { kind: 'bytes', packing, entry, head, read };
}

function checkKind(head: Buffer): void {
	const foreign = describeForeign(head);
	if (foreign) throw new FileFault(`looks like ${foreign}: save it as CSV, XLSX or JSONL.`);
}

function isWorkbook(entries: readonly ZipEntry[]): boolean {
	const names = new Set(entries.map(({ name }) => name.toLowerCase()));
	if (names.has('xl/workbook.xml')) return true;
	const others = [
		['xl/workbook.bin', 'a binary workbook (XLSB)'],
		['word/document.xml', 'a Word document'],
		['ppt/presentation.xml', 'a PowerPoint presentation'],
		['meta-inf/manifest.xml', 'an OpenDocument file']
	] as const;
	const look = others.find(([part]) => names.has(part))?.[1];
	if (look) throw new FileFault(`looks like ${look}: save it as XLSX or CSV.`);
	return false;
}

const mostShown = 3;

function chooseEntry(entries: readonly ZipEntry[]): ZipEntry {
	// What macOS and editors leave behind is no data.
	const files = entries.filter(({ name }) => !/(^|\/)(\.|__MACOSX\/|Thumbs\.db$)/.test(name));
	if (files.length === 1) return files[0]!;
	if (files.length === 0) throw new FileFault('is an empty zip file: there is nothing to import.');
	const names = files.slice(0, mostShown).map(({ name }) => `“${name.slice(-60)}”`);
	const more = files.length > mostShown ? ' …' : '';
	throw new FileFault(
		`holds ${files.length} files (${names.join(', ')}${more}): unpack it and import them one by one.`
	);
}
