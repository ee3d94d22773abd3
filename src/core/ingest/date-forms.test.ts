import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrderOpen, readAnyDay } from './date-forms.ts';

const zone = 'Asia/Shanghai';
const aDay = fc
	.date({ min: new Date('1982-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('readAnyDay', () => {
	it('reads a day however it is written', () => {
		fc.assert(
			fc.property(aDay, fc.constantFrom('', ' 14:22', ' 14:22:01', ' 下午 2:22'), (day, clock) => {
				const [year, month, date] = day.split('-') as [string, string, string];
				const short = [year, Number(month), Number(date)] as const;
				for (const form of [
					day,
					short.join('/'),
					short.join('.'),
					`${short[0]}年${short[1]}月${short[2]}日`,
					year + month + date
				])
					expect(readAnyDay(form + clock, 'year-first', zone)).toBe(day);
				expect(readAnyDay(`${date}/${month}/${year}${clock}`, 'day-first', zone)).toBe(day);
				expect(readAnyDay(`${month}-${date}-${year}${clock}`, 'month-first', zone)).toBe(day);
				const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
				expect(readAnyDay(String(serial), 'year-first', zone)).toBe(day);
				expect(readAnyDay(`${serial}.59375`, 'year-first', zone)).toBe(day);
			})
		);
	});
	it.each([
		['5 March 2026', '2026-03-05'],
		['Mar 5, 2026', '2026-03-05'],
		['２０２６年３月５日', '2026-03-05'],
		['2026-03-04T18:00:00Z', '2026-03-05'],
		['2026-03-05T01:00:00+08:00', '2026-03-05']
	])('reads %s', (text, day) => expect(readAnyDay(text, 'year-first', zone)).toBe(day));
	it.each(['2026-02-30', '05/03/2026', '13/13/2026', 'yesterday', '', '12345', '2026-13-01', '0005-03-05'])(
		'takes “%s” for no day where no order is stated',
		(text) => expect(readAnyDay(text, 'year-first', zone)).toBeNull()
	);
	it('never throws, and gives a real day or null', () => {
		fc.assert(
			fc.property(fc.string(), fc.constantFrom('year-first', 'day-first', 'month-first'), (text, order) => {
				const day = readAnyDay(text, order, zone);
				expect(day === null || !Number.isNaN(Date.parse(day))).toBe(true);
			})
		);
	});
	it('knows where the order has to be stated', () => {
		expect(isOrderOpen('05/03/2026')).toBe(true);
		expect(isOrderOpen('05/03/2026 10:00')).toBe(true);
		expect(isOrderOpen('2026-03-05')).toBe(false);
	});
});
