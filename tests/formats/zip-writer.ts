import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
	readonly name: string;
	readonly content: Buffer | string;
	/** What the directory says of it where that is not the truth. */
	readonly claims?: { readonly unpacked?: number };
}

const stored = 0;
const deflated = 8;
const utf8Names = 0x800;

function fieldsOf({ name, content, claims }: ZipMember) {
	const bytes = Buffer.from(content);
	const packed = deflateRawSync(bytes);
	const common = Buffer.alloc(26);
	common.writeUInt16LE(20, 0);
	common.writeUInt16LE(utf8Names, 2);
	common.writeUInt16LE(bytes.length === 0 ? stored : deflated, 4);
	common.writeUInt32LE(crc32(bytes), 10);
	common.writeUInt32LE(bytes.length === 0 ? 0 : packed.length, 14);
	common.writeUInt32LE(claims?.unpacked ?? bytes.length, 18);
	common.writeUInt16LE(Buffer.byteLength(name), 22);
	return { common, name: Buffer.from(name), packed: bytes.length === 0 ? bytes : packed };
}

/** A zip file as simple as can be: every member deflated, no extra fields. */
export function zipOf(...members: readonly ZipMember[]): Buffer {
	const local: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { common, name, packed } of members.map(fieldsOf)) {
		const start = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		const version = Buffer.from([20, 0]);
		directory.push(Buffer.from('PK\x01\x02', 'latin1'), version, common, rest, name);
		local.push(start);
		offset += start.length;
	}
	const entries = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(members.length, 8);
	end.writeUInt16LE(members.length, 10);
	end.writeUInt32LE(entries.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, entries, end]);
}
