import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabularCusum } from './cusum.ts';

const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });

describe('tabularCusum', () => {
	it('is never negative, and swaps its sides in a mirror', () => {
		fc.assert(
			fc.property(values, (list) => {
				const points = tabularCusum(list, { target: 0, k: 1, h: 5 });
				const mirrored = tabularCusum(
					list.map((value) => -value),
					{ target: 0, k: 1, h: 5 }
				);
				points.forEach(({ high, low, isSignal }, index) => {
					expect(Math.min(high, low)).toBeGreaterThanOrEqual(0);
					expect(mirrored[index]).toEqual({ high: low, low: high, isSignal });
				});
			})
		);
	});

	it('stays quiet on target and within k of it, and adds up what is beyond', () => {
		expect(tabularCusum([10, 11, 9], { target: 10, k: 1, h: 0 }).some(({ isSignal }) => isSignal)).toBe(
			false
		);
		expect(tabularCusum([12, 12, 12], { target: 10, k: 1, h: 2 })).toEqual([
			{ high: 1, low: 0, isSignal: false },
			{ high: 2, low: 0, isSignal: false },
			{ high: 3, low: 0, isSignal: true }
		]);
		expect(tabularCusum([], { target: 0, k: 1, h: 1 })).toEqual([]);
		expect(() => tabularCusum([1], { target: 0, k: -1, h: 1 })).toThrow(RangeError);
	});
});
