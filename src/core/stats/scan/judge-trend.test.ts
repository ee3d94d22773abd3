import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeTrend, type TrendMonth } from './judge-trend.ts';

/** 24 months of baseline with a mean of 4, then the given ones; 1,000 contacts each. */
const usual = [4, 5, 3, 4, 6, 2, 4, 3, 5, 4, 4, 4, 3, 5, 4, 6, 2, 4, 5, 3, 4, 4, 5, 3];
const after = (...counts: number[]): TrendMonth[] => [
	...usual.map((count) => ({ count, exposure: 1000, isBaseline: true })),
	...counts.map((count) => ({ count, exposure: 1000, isBaseline: false }))
];

describe('judgeTrend', () => {
	test('a month above its limit is a breach, with what the usual rate makes of its contacts', () => {
		expect(judgeTrend(after(4, 14))).toMatchObject({
			rules: ['outside'],
			from: 25,
			observed: 14,
			expected: 4
		});
	});

	test('seven months in a row above the mean are a breach although none is above its limit', () => {
		const breach = judgeTrend(after(6, 7, 6, 6, 7, 6, 7));
		expect(breach).toMatchObject({ rules: ['shift'], from: 24, observed: 45 });
		expect(breach?.expected).toBeCloseTo(28);
	});

	test('a run begins in the baseline where it does', () => {
		const months = after(6, 7, 6, 6, 7, 6).map((month, at) =>
			at === 23 ? { ...month, count: 6 } : at === 22 ? { ...month, count: 3 } : month
		);
		expect(judgeTrend(months)).toMatchObject({ rules: ['shift'], from: 23 });
	});

	test('what was special and is no more is none', () => {
		expect(judgeTrend(after(14, 4))).toBeNull();
		expect(judgeTrend(after(6, 7, 6, 6, 7, 6, 7, 2))).toBeNull();
	});

	test('a fall is none', () => {
		expect(judgeTrend(after(0, 0, 0, 0, 0, 0, 0))).toBeNull();
	});

	test('a handful is none, however rare it was', () => {
		const rare = Array.from({ length: 24 }, (_, at) => ({
			count: at % 2 === 0 ? 2 : 0,
			exposure: 1000,
			isBaseline: true
		}));
		expect(judgeTrend([...rare, { count: 4, exposure: 100, isBaseline: false }])).toBeNull();
		expect(judgeTrend([...rare, { count: 5, exposure: 100, isBaseline: false }])).not.toBeNull();
	});

	test('more contacts explain more feedback', () => {
		const busy = { count: 40, exposure: 10_000, isBaseline: false };
		expect(judgeTrend([...after(), busy])).toBeNull();
		expect(judgeTrend([...after(), { ...busy, exposure: 1000 }])).not.toBeNull();
	});

	test('fewer than twelve months make no limits', () => {
		const few = after(40).slice(13);
		expect(few.filter(({ isBaseline }) => isBaseline)).toHaveLength(11);
		expect(judgeTrend(few)).toBeNull();
	});

	test('where a count is a breach, a higher one is too', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), (count, more) => {
				if (judgeTrend(after(4, count)) !== null) expect(judgeTrend(after(4, count + more))).not.toBeNull();
			})
		);
	});
});
