import { gzipSync } from 'node:zlib';
import { takeBytes } from '#core/ingest/readers/bytes.ts';
import { listZip, readZipEntry } from '#core/ingest/readers/zip.ts';
import { encode, formatsOf, readFixture, separated, workbook, type Table } from '../formats/rewrite.ts';
import { zipOf } from '../formats/zip-writer.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const below = (random: Random, end: number) => Math.floor(random() * end);
const oneOf = <Item>(random: Random, items: readonly Item[]): Item => items[below(random, items.length)]!;

export interface BaseFile {
	readonly name: string;
	readonly content: Buffer;
}

const rowsOfBase = 25;

function smallTable(name: Parameters<typeof readFixture>[0]): Table {
	return readFixture(name).slice(0, rowsOfBase + 1);
}

/** Sound files of every format, for mutations to damage. */
export async function baseFiles(): Promise<readonly BaseFile[]> {
	const all = await Promise.all(
		(['cfpb', 'simplified', 'traditional'] as const).map(async (fixture) => {
			const formats = await formatsOf(smallTable(fixture), fixture === 'traditional' ? 'big5' : 'gb18030');
			return formats.map(([format, content]) => ({ name: `${fixture}: ${format}`, content }));
		})
	);
	return all.flat();
}

export interface Mutation {
	readonly name: string;
	apply(content: Buffer, random: Random): Buffer | Promise<Buffer>;
}

function flipBytes(content: Buffer, random: Random): Buffer {
	const flipped = Buffer.from(content);
	for (let left = 1 + below(random, 40); left > 0 && flipped.length > 0; left--)
		flipped[below(random, flipped.length)]! ^= 1 << below(random, 8);
	return flipped;
}

function truncate(content: Buffer, random: Random): Buffer {
	return content.subarray(0, below(random, content.length + 1));
}

function cutOut(content: Buffer, random: Random): Buffer {
	const from = below(random, content.length + 1);
	return Buffer.concat([content.subarray(0, from), content.subarray(from + below(random, 300))]);
}

function repeatPart(content: Buffer, random: Random): Buffer {
	const from = below(random, content.length + 1);
	const part = content.subarray(from, from + below(random, 500));
	const copies = Array.from({ length: 1 + below(random, 20) }, () => part);
	return Buffer.concat([content.subarray(0, from), ...copies, content.subarray(from)]);
}

const nastyBytes = [
	'"',
	'\0',
	'\n',
	'\r',
	',',
	';',
	'\t',
	'{',
	'}',
	'[',
	']',
	'\\',
	'\uFEFF',
	'\x1f\x8b',
	'PK\x03\x04'
];

function insert(content: Buffer, random: Random): Buffer {
	let result = content;
	for (let left = 1 + below(random, 8); left > 0; left--) {
		const at = below(random, result.length + 1);
		const piece = random() < 0.7 ? oneOf(random, nastyBytes) : String.fromCodePoint(below(random, 0xd800));
		const bytes = Buffer.from(piece.repeat(1 + below(random, random() < 0.1 ? 5000 : 3)));
		result = Buffer.concat([result.subarray(0, at), bytes, result.subarray(at)]);
	}
	return result;
}

/** The bytes read as one encoding and written in another, as careless programs do. */
function encodeAgain(content: Buffer, random: Random): Buffer {
	const text = content.toString(oneOf(random, ['utf8', 'latin1', 'utf16le'] as const));
	if (random() < 0.3) return Buffer.from(text);
	return encode(text, oneOf(random, ['gb18030', 'big5', 'utf16le', 'utf16be'] as const));
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
	return items
		.map((item) => ({ item, key: random() }))
		.toSorted((a, b) => a.key - b.key)
		.map(({ item }) => item);
}

/** A table of its own, whose columns are shuffled, repeated, lost or without a name, in any format. */
async function rebuildTable(_content: Buffer, random: Random): Promise<Buffer> {
	const table = smallTable(oneOf(random, ['cfpb', 'simplified', 'traditional'] as const));
	let order = shuffled([...table[0]!.keys()], random);
	if (random() < 0.3) order = order.concat(order.slice(0, 1 + below(random, 2)));
	if (random() < 0.3) order = order.slice(1);
	const rebuilt = table.map((row, at) =>
		order
			.map((column) => (at === 0 && random() < 0.02 ? '' : row[column]!))
			.slice(0, at > 0 && random() < 0.1 ? below(random, order.length) : undefined)
	);
	const kind = random();
	if (kind < 0.3) return workbook(rebuilt, random() < 0.5 ? 'shared' : 'inline', random() < 0.5);
	const text = separated(rebuilt, oneOf(random, [',', '\t', ';', '|']), oneOf(random, ['\n', '\r\n', '\r']));
	return kind < 0.5
		? encode(text, oneOf(random, ['gb18030', 'utf16le', 'utf16be'] as const))
		: Buffer.from(text);
}

const xmlPieces = [
	'<c r="ZZZZZ9"><v>1</v></c>',
	'<c t="s"><v>99999</v></c>',
	'<c><f>A1+1</f></c>',
	'</row>',
	'<row r="9999999">',
	'<row r="-1">',
	'&bomb;',
	'<!DOCTYPE x [<!ENTITY bomb "x">]>',
	't="e"',
	'<v>1e999</v>',
	's="77"',
	'\uFFFE'
];

/** Damages a file inside a zip file or workbook and zips it again, so that the damage is not the zip's. */
async function damageInside(content: Buffer, random: Random): Promise<Buffer> {
	const isZip = content.subarray(0, 2).toString('latin1') === 'PK';
	const zip = isZip ? content : await workbook(smallTable('simplified'), 'shared', true);
	const entries = await listZip(zip);
	const chosen = oneOf(random, entries).name;
	const members = await Promise.all(
		entries.map(async ({ name, unpacked }) => {
			const bytes = await takeBytes(readZipEntry(zip, name), unpacked);
			if (name !== chosen) return { name, content: bytes };
			if (random() < 0.05) return { name: `${name}x`, content: bytes };
			if (random() < 0.4) return { name, content: oneOf(random, bytesOnly).apply(bytes, random) as Buffer };
			const at = below(random, bytes.length + 1);
			const piece = Buffer.from(oneOf(random, xmlPieces));
			return { name, content: Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]) };
		})
	);
	const lie = random() < 0.05 ? { claims: { unpacked: below(random, 5000) } } : {};
	return zipOf(...members.map((member) => (member.name === chosen ? { ...member, ...lie } : member)));
}

const bytesOnly: readonly Mutation[] = [
	{ name: 'bytes flipped', apply: flipBytes },
	{ name: 'truncated', apply: truncate },
	{ name: 'part lost', apply: cutOut },
	{ name: 'part repeated', apply: repeatPart },
	{ name: 'bytes inserted', apply: insert },
	{ name: 're-encoded', apply: encodeAgain }
];

export const mutations: readonly Mutation[] = [
	...bytesOnly,
	{ name: 'columns shuffled', apply: rebuildTable },
	{ name: 'damaged inside', apply: damageInside },
	{
		name: 'damaged inside gzip',
		apply: (content, random) => gzipSync(oneOf(random, bytesOnly).apply(content, random) as Buffer)
	}
];
