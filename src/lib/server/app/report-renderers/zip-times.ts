import { EarshotError } from '#core/domain/errors.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The same zip file with one time for all of its entries: else equal contents give other bytes each second. */
export function fixZipTimes(zip: Buffer, time: Date): Buffer {
	const fixed = Buffer.from(zip);
	const end = fixed.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || fixed.readUInt32LE(end) !== endSignature)
		throw new EarshotError('bad-file', 'The workbook could not be written: its zip file has no end.');
	const [day, clock] = dosTime(time);
	let entry = fixed.readUInt32LE(end + 16);
	for (let left = fixed.readUInt16LE(end + 10); left > 0; left--) {
		if (fixed.readUInt32LE(entry) !== entrySignature)
			throw new EarshotError('bad-file', 'The workbook could not be written: its zip file is damaged.');
		fixed.writeUInt16LE(clock, entry + 12);
		fixed.writeUInt16LE(day, entry + 14);
		const local = fixed.readUInt32LE(entry + 42);
		fixed.writeUInt16LE(clock, local + 10);
		fixed.writeUInt16LE(day, local + 12);
		entry += 46 + [28, 30, 32].reduce((sum, field) => sum + fixed.readUInt16LE(entry + field), 0);
	}
	return fixed;
}

/** MS-DOS date and time, in UTC, from 1980 on. */
function dosTime(time: Date): readonly [day: number, clock: number] {
	const year = Math.max(1980, time.getUTCFullYear());
	return [
		((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
		(time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1)
	];
}
