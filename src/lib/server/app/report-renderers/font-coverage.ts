/** The characters of a TrueType or OpenType font, by its cmap table (formats 4 and 12, platform Windows). */
export function charactersOf(sfnt: Buffer): Set<number> {
	const cmap = tableOf(sfnt, 'cmap');
	const found = new Set<number>();
	for (let at = 0; at < cmap.readUInt16BE(2); at++) {
		const record = 4 + 8 * at;
		if (cmap.readUInt16BE(record) !== 3) continue;
		const subtable = cmap.subarray(cmap.readUInt32BE(record + 4));
		const format = subtable.readUInt16BE(0);
		if (format === 4) addSegments(found, subtable);
		if (format === 12) addGroups(found, subtable);
	}
	return found;
}

function tableOf(sfnt: Buffer, tag: string): Buffer {
	for (let at = 0; at < sfnt.readUInt16BE(4); at++) {
		const entry = 12 + 16 * at;
		if (sfnt.toString('latin1', entry, entry + 4) !== tag) continue;
		const offset = sfnt.readUInt32BE(entry + 8);
		return sfnt.subarray(offset, offset + sfnt.readUInt32BE(entry + 12));
	}
	throw new RangeError(`The font has no table ${tag}.`);
}

function addGroups(found: Set<number>, subtable: Buffer): void {
	for (let at = 0; at < subtable.readUInt32BE(12); at++) {
		const group = 16 + 12 * at;
		const last = subtable.readUInt32BE(group + 4);
		for (let code = subtable.readUInt32BE(group); code <= last; code++) found.add(code);
	}
}

function addSegments(found: Set<number>, subtable: Buffer): void {
	const size = subtable.readUInt16BE(6);
	const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
	for (let at = 0; at < size; at += 2) {
		const last = subtable.readUInt16BE(ends + at);
		const first = subtable.readUInt16BE(starts + at);
		const delta = subtable.readUInt16BE(deltas + at);
		const offset = subtable.readUInt16BE(offsets + at);
		for (let code = first; code <= last && code < 0xffff; code++) {
			const place = offsets + at + offset + 2 * (code - first);
			const glyph = offset === 0 ? (code + delta) & 0xffff : subtable.readUInt16BE(place);
			if (glyph !== 0) found.add(code);
		}
	}
}
