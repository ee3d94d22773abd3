import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, readClockTime } from './clock-times.ts';

test.each([
	['2026-03-05 18:04', '2026-03-05T18:04:00'],
	['2026-03-05T18:04:10', '2026-03-05T18:04:10'],
	['2026/3/5 6:04:10 pm', '2026-03-05T18:04:10'],
	['2026年3月5日 下午6:04', '2026-03-05T18:04:00'],
	['2026年3月5日18时4分10秒', '2026-03-05T18:04:10'],
	['20260305180410', '2026-03-05T18:04:10'],
	['46086.75', '2026-03-05T18:00:00'],
	['2026-03-05T18:04:00+08:00', '2026-03-05T10:04:00.000Z'],
	['2026-03-05T18:04:00Z', '2026-03-05T18:04:00.000Z'],
	['2026/3/5 12:00 am', '2026-03-05T00:00:00']
])('%s is read', (text, time) => {
	expect(readClockTime(text)).toBe(time);
});

test.each([
	'',
	'2026-03-05',
	'2026-02-30 10:00',
	'2026-03-05 24:00',
	'05/03/2026 10:00',
	'2026-03-05 13:00 pm',
	'soon'
])('“%s” is no time', (text) => {
	expect(readClockTime(text)).toBeNull();
});

test('the order of a date may be stated', () => {
	expect(readClockTime('05/03/2026 10:00', 'day-first')).toBe('2026-03-05T10:00:00');
	expect(readClockTime('05/03/2026 10:00', 'month-first')).toBe('2026-05-03T10:00:00');
});

test('a clock time is placed in its zone, an instant on the clock', () => {
	const shanghai = createClock('Asia/Shanghai');
	const noon = { at: '2026-03-04T22:04:00.000Z', day: '2026-03-05', minute: 364 };
	expect(shanghai('2026-03-05T06:04:00')).toEqual(noon);
	expect(shanghai('2026-03-04T22:04:00.000Z')).toEqual(noon);
});

test('a place that moves its clocks', () => {
	const clock = createClock('America/New_York');
	expect(clock('2026-01-05T12:00:00').at).toBe('2026-01-05T17:00:00.000Z');
	expect(clock('2026-07-05T12:00:00').at).toBe('2026-07-05T16:00:00.000Z');
});

test('what a clock shows is read back as it was, whatever the zone', () => {
	const clocks = ['UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'America/Phoenix'].map(createClock);
	fc.assert(
		fc.property(
			fc.date({ min: new Date('1995'), max: new Date('2099'), noInvalidDate: true }),
			fc.constantFrom(...clocks),
			(date, clock) => {
				const placed = clock(new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString());
				const two = (value: number) => String(value).padStart(2, '0');
				const shown = `${placed.day}T${two(Math.floor(placed.minute / 60))}:${two(placed.minute % 60)}:00`;
				expect(clock(shown)).toEqual(placed);
			}
		)
	);
});
