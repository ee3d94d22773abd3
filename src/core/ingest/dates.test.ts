import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmericanDay, readDay } from './dates.ts';

test('each way of writing a day gives the same day, for every day', () => {
	const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
	fc.assert(
		fc.property(days, (date) => {
			const day = date.toISOString().slice(0, 10);
			const [year, month, dayOfMonth] = day.split('-').map(Number);
			expect(readDay(day)).toBe(day);
			expect(readDay(`${year}/${month}/${dayOfMonth}`)).toBe(day);
			expect(readDay(`${year}年${month}月${dayOfMonth}日`)).toBe(day);
			const time = date.toISOString().slice(11, 19);
			expect(readDay(`${day}T${time}`)).toBe(day);
			expect(readDay(`${year}/${month}/${dayOfMonth} ${time.slice(0, 5)}`)).toBe(day);
			expect(readDay(`${year}年${month}月${dayOfMonth}日 ${time}`)).toBe(day);
			expect(readAmericanDay(`${month}/${dayOfMonth}/${year}`)).toBe(day);
		})
	);
});

test.each([
	'2026-02-29',
	'2026-3-5',
	'2026-13-01',
	'05/03/2026',
	'20260305',
	'0206-03-05',
	'2026-03-05 25:00',
	'2026-03-05T10:00:00Z',
	'2026-03-05T10:00+08:00',
	'10:00:00',
	'2026/3',
	''
])('%j is no day', (text) => {
	expect(readDay(text)).toBeNull();
});
