/** How the format of a cell reads its number. */
export type NumberKind = 'number' | 'date';

/** A cell as a text; `fault` says in a sentence why there is no value in it, and is null where there is. */
export interface SheetCell {
	readonly text: string;
	readonly fault: string | null;
}

/** Formats that need no code: ECMA-376 part 1, 18.8.30, with those of East Asian editions. */
const builtInDates = [
	[14, 22],
	[27, 36],
	[45, 45],
	[47, 47],
	[50, 58]
] as const;

/** Whether a built-in format shows a date or a time of day. */
export function kindOfBuiltIn(id: number): NumberKind {
	return builtInDates.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

/**
 * Whether a format code shows a date or a time of day: its first section has a year, month, day, hour or second.
 * Hours beyond a day, as `[h]:mm` counts them, are a number.
 */
export function kindOfFormat(code: string): NumberKind {
	const shown = code.replace(/"[^"]*"|\\.|[_*]./gs, '');
	const section = shown.split(';')[0]!;
	if (/\[(h+|m+|s+)\]/i.test(section)) return 'number';
	return /[ymdhs]/i.test(section.replace(/\[[^\]]*\]/g, '').replace(/general/i, '')) ? 'date' : 'number';
}

const daySeconds = 24 * 60 * 60;
/** Days from 1900-01-00 and from 1904-01-01 to 1970-01-01, as the two date systems count them. */
const epoch1900 = 25_569;
const epoch1904 = 24_107;
/** 1900-02-29, which never was, counts as a day in the first system. */
const missingLeapDay = 60;
const lastDay = 2_958_465;

/**
 * A serial number as 2026-03-05, 2026-03-05T14:30:00 or, below 1, as the time 14:30:00; null for what is no date.
 */
export function readSerial(serial: number, is1904: boolean): string | null {
	if (!(serial >= 0) || serial >= lastDay + 1) return null;
	const seconds = Math.round(serial * daySeconds);
	if (serial < 1) return new Date(seconds * 1000).toISOString().slice(11, 19);
	if (!is1904 && Math.floor(serial) === missingLeapDay) return null;
	const days = is1904 ? epoch1904 : serial < missingLeapDay ? epoch1900 - 1 : epoch1900;
	const instant = new Date((seconds - days * daySeconds) * 1000).toISOString();
	if (instant.startsWith('+')) return null;
	return instant.slice(0, seconds % daySeconds === 0 ? 10 : 19);
}

/** A number as its digits stand in the file where a double cannot hold them, else in its shortest form. */
export function readNumber(written: string): string {
	const number = Number(written);
	if (/^-?\d+$/.test(written) && !Number.isSafeInteger(number)) return written;
	if (!Number.isFinite(number)) return written;
	const shortest = String(number);
	return /e/.test(shortest) && Math.abs(number) >= 1 && Number.isInteger(number)
		? BigInt(number).toString()
		: shortest;
}
