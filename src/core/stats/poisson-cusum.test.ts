import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonCusum, poissonCusumThreshold } from './poisson-cusum.ts';

const rates = { base: 0.01, raised: 0.02 };

describe('poissonCusum', () => {
	it('adds what is above the reference rate, between the usual and the raised one', () => {
		const reference = 0.01 / Math.log(2);
		const points = poissonCusum([10, 30, 0], [1000, 1000, 1000], { ...rates, h: 10 });
		expect(points.map(({ sum }) => sum)).toEqual([
			0,
			30 - 1000 * reference,
			expect.closeTo(30 - 2000 * reference, 9)
		]);
		expect(points.map(({ isSignal }) => isSignal)).toEqual([false, true, false]);
	});

	it('grows with the counts', () => {
		const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(counts, (list) => {
				const exposures = list.map((_, index) => 500 + 100 * index);
				const less = poissonCusum(list, exposures, { ...rates, h: 3 });
				const more = poissonCusum(
					list.map((count) => count + 1),
					exposures,
					{ ...rates, h: 3 }
				);
				less.forEach(({ sum, isSignal }, index) => {
					expect(sum).toBeGreaterThanOrEqual(0);
					expect(more[index]!.sum).toBeGreaterThanOrEqual(sum);
					expect(isSignal).toBe(sum > 3);
				});
			})
		);
	});

	it('refuses rates out of order and lists of different lengths', () => {
		expect(() => poissonCusum([1], [1], { base: 2, raised: 1, h: 1 })).toThrow(RangeError);
		expect(() => poissonCusum([1], [1], { base: 0, raised: 1, h: 1 })).toThrow(RangeError);
		expect(() => poissonCusum([1], [1, 2], { ...rates, h: 1 })).toThrow(RangeError);
		expect(() => poissonCusum([-1], [1], { ...rates, h: 1 })).toThrow(RangeError);
	});
});

describe('poissonCusumThreshold', () => {
	it('is the same for the same seed, and higher for rarer false signals', () => {
		const once = poissonCusumThreshold([1000], rates, { signals: 200, seed: 7 });
		expect(poissonCusumThreshold([1000], rates, { signals: 200, seed: 7 })).toBe(once);
		expect(poissonCusumThreshold([1000], rates, { runLength: 1000, signals: 200 })).toBeGreaterThan(once);
	});

	it('keeps its promise on other random counts', () => {
		const h = poissonCusumThreshold([800, 1200], rates, { signals: 1000, seed: 1 });
		const other = poissonCusumThreshold([800, 1200], rates, { signals: 1000, seed: 2 });
		expect(Math.abs(h - other) / h).toBeLessThan(0.1);
	});

	it('is 0 where hardly anything ever happens, and refuses no exposure', () => {
		expect(poissonCusumThreshold([1], { base: 1e-9, raised: 2e-9 }, { signals: 10 })).toBe(0);
		expect(() => poissonCusumThreshold([], rates)).toThrow(RangeError);
		expect(() => poissonCusumThreshold([0], rates)).toThrow(RangeError);
	});
});
