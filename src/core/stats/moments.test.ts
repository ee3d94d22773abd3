import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movingRanges, quantileOf, sampleVariance } from './moments.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('quantileOf', () => {
	it.each([
		[0.1, 1.9],
		[0.5, 5.5],
		[0.9, 9.1],
		[0, 1],
		[1, 10]
	])('of 1 to 10 at %d is %d, as in R', (share, expected) => {
		expect(quantileOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share)).toBeCloseTo(expected, 12);
	});

	it('lies among the values and grows with the share', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(values, share, share, (list, a, b) => {
				const [low, high] = [quantileOf(list, Math.min(a, b)), quantileOf(list, Math.max(a, b))];
				expect(low).toBeGreaterThanOrEqual(Math.min(...list));
				expect(high).toBeLessThanOrEqual(Math.max(...list));
				expect(high).toBeGreaterThanOrEqual(low - 1e-6);
			})
		);
	});

	it('is refused of nothing, of NaN, and at a share that is none', () => {
		expect(() => quantileOf([], 0.5)).toThrow(RangeError);
		expect(() => quantileOf([NaN], 0.5)).toThrow(RangeError);
		expect(() => quantileOf([1], 1.5)).toThrow(RangeError);
	});
});

describe('sampleVariance and movingRanges', () => {
	it('are those of the textbook', () => {
		expect(sampleVariance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 12);
		expect(movingRanges([3, 1, 1, 5])).toEqual([2, 0, 4]);
		expect(movingRanges([3])).toEqual([]);
		expect(sampleVariance([3])).toBeNaN();
	});
});
