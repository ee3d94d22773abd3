import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfBuiltIn, kindOfFormat, readNumber, readSerial } from './cell.ts';

test('formats with a year, month, day, hour or second are dates, and no others', () => {
	const dates = ['yyyy-mm-dd', 'd/m/yy h:mm', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d;@', 'h:mm AM/PM', 'mmm'];
	const numbers = [
		'General',
		'0.00',
		'0.00E+00',
		'#,##0 "days"',
		'[Red]0',
		'\\d0',
		'0;[Red]-0;"m"',
		'[h]:mm',
		'@'
	];
	expect(dates.map(kindOfFormat)).toEqual(dates.map(() => 'date'));
	expect(numbers.map(kindOfFormat)).toEqual(numbers.map(() => 'number'));
	expect([14, 22, 31, 57].map(kindOfBuiltIn)).toEqual(['date', 'date', 'date', 'date']);
	expect([0, 2, 10, 37, 46, 49].map(kindOfBuiltIn)).toEqual(Array(6).fill('number'));
});

test('serial numbers are days and times, as the two date systems count them', () => {
	// Worked examples of ECMA-376 part 1, 18.17.4.1, and of Microsoft’s documentation of the 1904 system.
	expect(readSerial(1, false)).toBe('1900-01-01');
	expect(readSerial(59, false)).toBe('1900-02-28');
	expect(readSerial(60, false)).toBeNull();
	expect(readSerial(61, false)).toBe('1900-03-01');
	expect(readSerial(40729, false)).toBe('2011-07-05');
	expect(readSerial(39267, true)).toBe('2011-07-05');
	expect(readSerial(2_958_465, false)).toBe('9999-12-31');
	expect(readSerial(46_086.604166666664, false)).toBe('2026-03-05T14:30:00');
	expect(readSerial(0.75, false)).toBe('18:00:00');
	expect([-1, 2_958_466, NaN, Infinity].map((serial) => readSerial(serial, false))).toEqual(
		Array(4).fill(null)
	);
	expect(readSerial(2_958_465, true)).toBeNull();
});

test('any second from March 1900 on is read back from its serial', () => {
	const instants = fc.integer({ min: Date.UTC(1900, 2, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 });
	fc.assert(
		fc.property(instants, (seconds) => {
			const read = readSerial(seconds / 86_400 + 25_569, false)!;
			expect(new Date(read.length === 10 ? read : `${read}Z`).getTime()).toBe(seconds * 1000);
		})
	);
});

test('numbers are written in full, ids of many digits as they stand', () => {
	expect(['0.1', '0.10000000000000001', '12.50', '1E5', '1.5E+20', '007'].map(readNumber)).toEqual([
		'0.1',
		'0.1',
		'12.5',
		'100000',
		'150000000000000000000',
		'7'
	]);
	expect(readNumber('12345678901234567890')).toBe('12345678901234567890');
	expect(readNumber('1e999')).toBe('1e999');
});
