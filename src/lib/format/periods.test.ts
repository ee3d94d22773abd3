import { describe, expect, test } from 'vitest';
import { periodOf } from '#core/domain/period.ts';
import { formatDay, formatInstant, formatPeriod, formatTick, lastDayOf } from './periods.ts';

describe('periods', () => {
	test.each([
		['2026', '2026', '2026年'],
		['2026-Q4', 'Q4 2026', '2026年第4季度'],
		['2026-10', 'Oct 2026', '2026年10月'],
		['2026-09', 'Sep 2026', '2026年9月'],
		['2026-W41', 'Week 41, 2026', '2026年第41周'],
		['2026-10-05', '5 Oct 2026', '2026年10月5日'],
		['2026-08..2026-10', 'Aug – Oct 2026', '2026年8月–10月'],
		['2025-11..2026-10', 'Nov 2025 – Oct 2026', '2025年11月–2026年10月'],
		['2026-10-05..2026-10-13', '5 – 13 Oct 2026', '2026年10月5日–13日'],
		['2026-09-28..2026-10-06', '28 Sep – 6 Oct 2026', '2026年9月28日–10月6日'],
		['2025-12-30..2026-01-02', '30 Dec 2025 – 2 Jan 2026', '2025年12月30日–2026年1月2日']
	])('%s', (text, en, zh) => {
		const period = periodOf(text);
		expect([formatPeriod(period, 'en'), formatPeriod(period, 'zh-CN')]).toEqual([en, zh]);
	});

	test.each([
		['2026', '2026', '2026'],
		['2026-Q4', 'Q4', '4季度'],
		['2026-W05', 'W5', '5周'],
		['2026-03', 'Mar', '3月'],
		['2026-03-07', '7 Mar', '3/7']
	])('%s on an axis', (key, en, zh) => {
		expect([formatTick(key, 'en'), formatTick(key, 'zh-CN')]).toEqual([en, zh]);
	});
});

describe('days and instants', () => {
	test('an instant is told in the given time zone', () => {
		const instant = '2026-10-31T18:03:00Z';
		expect(formatInstant(instant, 'Asia/Shanghai', 'en')).toBe('1 Nov 2026, 02:03');
		expect(formatInstant(instant, 'UTC', 'zh-CN')).toBe('2026年10月31日 18:03');
		expect(formatInstant('2026-10-31T16:00:00Z', 'Asia/Shanghai', 'en')).toBe('1 Nov 2026, 00:00');
	});

	test('the last day of a period is the one before its end', () => {
		expect(formatDay(lastDayOf(periodOf('2026-02')), 'en')).toBe('28 Feb 2026');
	});
});
