import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	dayIn,
	grains,
	isComplete,
	isDay,
	lengthOf,
	parsePeriod,
	periodKey,
	periodKeys,
	periodOf,
	previousPeriod,
	writePeriod,
	type Period
} from './period.ts';

const anyDay = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const anyPeriod = fc
	.tuple(anyDay, fc.integer({ min: 1, max: 1500 }))
	.map(([from, days]): Period => ({ from, to: addDays(from, days) }));
const anyGrain = fc.constantFrom(...grains);

describe('a period is read', () => {
	it.each([
		['2026', '2026-01-01', '2027-01-01'],
		['2026-Q1', '2026-01-01', '2026-04-01'],
		['2026-Q4', '2026-10-01', '2027-01-01'],
		['2026-02', '2026-02-01', '2026-03-01'],
		['2026-12', '2026-12-01', '2027-01-01'],
		['2024-02-29', '2024-02-29', '2024-03-01'],
		['2026-W01', '2025-12-29', '2026-01-05'],
		['2020-W53', '2020-12-28', '2021-01-04'],
		['2026-01..2026-03', '2026-01-01', '2026-04-01'],
		['2026-03-05..2026-03-05', '2026-03-05', '2026-03-06'],
		['2025-Q4..2026-W02', '2025-10-01', '2026-01-12']
	])('%s', (text, from, to) => {
		expect(parsePeriod(text)).toEqual({ from, to });
		expect(periodOf(text)).toEqual({ from, to });
	});

	it.each([
		['', 'nothing'],
		['26-01', 'a short year'],
		['2026-13', 'no month'],
		['2026-00', 'no month'],
		['2026-1', 'one digit'],
		['2026-Q5', 'no quarter'],
		['2026-W00', 'no week'],
		['2021-W53', 'a week that the year does not have'],
		['2026-02-29', 'no day'],
		['2026-03..2026-01', 'backwards'],
		['2026-01..', 'no end'],
		['2026-01..2026-02..2026-03', 'two ends'],
		[' 2026', 'a space']
	])('“%s” is none: %s', (text) => {
		expect(parsePeriod(text)).toBeUndefined();
		expect(() => periodOf(text)).toThrow(expect.objectContaining({ code: 'bad-input' }) as Error);
	});
});

describe('a period is written', () => {
	it.each([
		'2026',
		'2026-Q3',
		'2026-10',
		'2026-W41',
		'2026-10-05',
		'2026-01..2026-03-30',
		'2025-11..2026-02'
	])('%s as it was read, or shorter', (text) => {
		const written = writePeriod(periodOf(text));
		expect(periodOf(written)).toEqual(periodOf(text));
		expect(written.length).toBeLessThanOrEqual(text.includes('..') ? 22 : text.length);
	});

	it.each([
		['2026-01..2026-12', '2026'],
		['2026-07-01..2026-09-30', '2026-Q3'],
		['2026-01-01..2026-02-28', '2026-01..2026-02'],
		['2026-10-05..2026-10-11', '2026-W41'],
		['2025..2026', '2025-01..2026-12']
	])('%s as %s', (text, written) => {
		expect(writePeriod(periodOf(text))).toBe(written);
	});

	it('and read back as the same, whatever it is', () => {
		fc.assert(
			fc.property(anyPeriod, (period) => {
				expect(parsePeriod(writePeriod(period))).toEqual(period);
			})
		);
	});
});

describe('the key of a day', () => {
	it.each([
		['2026-01-01', '2026-W01'],
		['2021-01-03', '2020-W53'],
		['2021-01-04', '2021-W01'],
		['2024-12-30', '2025-W01'],
		['2027-01-03', '2026-W53'],
		['2026-10-05', '2026-W41']
	])('%s is in the ISO week %s', (day, week) => {
		expect(periodKey(day, 'week')).toBe(week);
	});

	it('names a period that holds the day', () => {
		fc.assert(
			fc.property(anyDay, anyGrain, (day, grain) => {
				const { from, to } = periodOf(periodKey(day, grain));
				expect(from <= day && day < to).toBe(true);
			})
		);
	});
});

describe('the keys of a period', () => {
	it.each([
		['month', '2025-12-31..2026-02-01', ['2025-12', '2026-01', '2026-02']],
		['week', '2025-12-31..2026-01-06', ['2026-W01', '2026-W02']],
		['quarter', '2026-03-31..2026-04-01', ['2026-Q1', '2026-Q2']],
		['year', '2026', ['2026']]
	] as const)('by %s of %s', (grain, text, keys) => {
		expect(periodKeys(periodOf(text), grain)).toEqual(keys);
	});

	it('follow each other without gap and cover it, in time order', () => {
		fc.assert(
			fc.property(anyPeriod, anyGrain, (period, grain) => {
				const keys = periodKeys(period, grain);
				const wholes = keys.map(periodOf);
				expect(keys).toEqual([...keys].sort());
				expect(wholes[0]!.from <= period.from && wholes.at(-1)!.to >= period.to).toBe(true);
				for (const [at, whole] of wholes.slice(1).entries()) expect(whole.from).toBe(wholes[at]!.to);
				for (const { from, to } of wholes) expect(from < period.to && to > period.from).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('the period before', () => {
	it.each([
		['2026-03', '2026-02'],
		['2026-01', '2025-12'],
		['2026-Q1', '2025-Q4'],
		['2026', '2025'],
		['2026-W01', '2025-W52'],
		['2026-03-01', '2026-02-28'],
		['2026-02..2026-04', '2025-11..2026-01'],
		['2026-03-05..2026-03-09', '2026-02-28..2026-03-04']
	])('%s is %s', (text, before) => {
		expect(writePeriod(previousPeriod(periodOf(text)))).toBe(before);
	});

	it('ends where the period begins, and is as long in days or in months', () => {
		fc.assert(
			fc.property(anyPeriod, (period) => {
				const before = previousPeriod(period);
				const isWhole = period.from.endsWith('-01') && period.to.endsWith('-01');
				expect(before.to).toBe(period.from);
				if (isWhole) expect(before.from.endsWith('-01')).toBe(true);
				else expect(lengthOf(before)).toBe(lengthOf(period));
			})
		);
	});
});

describe('complete', () => {
	it.each([
		['2026-06', '2026', '2026-07-01', true],
		['2026-06', '2026', '2026-06-30', false],
		['2026-W01', '2026-01', '2026-07-01', false],
		['2026-W02', '2026-01', '2026-07-01', true],
		['2026-07', '2026-06..2026-07-14', '2026-08-01', false]
	])('%s within %s, data to %s: %s', (key, period, dataTo, expected) => {
		expect(isComplete(key, periodOf(period), dataTo)).toBe(expected);
	});
});

describe('days', () => {
	it('are counted over leap years and into the past', () => {
		expect([addDays('2024-02-28', 1), addDays('2026-03-01', -1), addDays('2025-12-31', 1)]).toEqual([
			'2024-02-29',
			'2026-02-28',
			'2026-01-01'
		]);
		expect([addMonths('2026-01-31', 1), addMonths('2026-01-31', -1), addMonths('2026-05-05', 0)]).toEqual([
			'2026-02-01',
			'2025-12-01',
			'2026-05-01'
		]);
		expect(lengthOf(periodOf('2024'))).toBe(366);
	});

	it.each(['2026-02-30', '2026-2-3', '20260203', 'yesterday', '2026-00-10'])('“%s” is none', (text) => {
		expect(isDay(text)).toBe(false);
	});

	it('of an instant depend on the time zone', () => {
		const instant = new Date('2026-07-13T20:30:00Z');
		expect(dayIn('Asia/Shanghai', instant)).toBe('2026-07-14');
		expect(dayIn('UTC', instant)).toBe('2026-07-13');
		expect(dayIn('America/New_York', instant)).toBe('2026-07-13');
	});
});
