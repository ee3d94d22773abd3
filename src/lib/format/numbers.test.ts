import { describe, expect, test } from 'vitest';
import {
	formatChange,
	formatCount,
	formatDecimal,
	formatInterval,
	formatPercent,
	formatPValue
} from './numbers.ts';

describe('numbers', () => {
	test.each([
		[0, '0'],
		[1214, '1,214'],
		[-3, '−3'],
		[null, '–']
	])('count %s is %s', (count, text) => {
		expect(formatCount(count, 'en')).toBe(text);
	});

	test.each([
		[0, '0'],
		[0.0042, '0.0042'],
		[0.042, '0.042'],
		[0.416, '0.42'],
		[4.83, '4.8'],
		[12.34, '12.3'],
		[1234.5, '1,235'],
		[-0.5, '−0.50'],
		[null, '–']
	])('%s is written %s', (value, text) => {
		expect(formatDecimal(value, 'en')).toBe(text);
	});

	test('an interval has the digits of its value', () => {
		expect(formatInterval({ low: 0.96, high: 12.449 }, 'en')).toBe('1.0–12.4');
		expect(formatInterval({ low: 0.4, high: 1 }, 'en', 2)).toBe('0.40–1.00');
	});

	test.each([
		[0.09, '+9\u00a0%', '+9%'],
		[-0.081, '−8\u00a0%', '−8%'],
		[0.001, '±0\u00a0%', '±0%'],
		[-0.004, '±0\u00a0%', '±0%'],
		[12, '+1,200\u00a0%', '+1,200%'],
		[null, '–', '–']
	])('a change of %s', (relative, en, zh) => {
		expect([formatChange(relative, 'en'), formatChange(relative, 'zh-CN')]).toEqual([en, zh]);
	});

	test('shares', () => {
		expect(formatPercent(0.912, 'en')).toBe('91\u00a0%');
		expect(formatPercent(0.0049, 'zh-CN', 1)).toBe('0.5%');
		expect(formatPercent(null, 'en')).toBe('–');
	});

	test.each([
		[0.00001, 'p < 0.001'],
		[0.004, 'p = 0.004'],
		[0.21, 'p = 0.21']
	])('p-value %s', (p, text) => {
		expect(formatPValue(p, 'en')).toBe(text);
	});
});
