import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildEwmaChart } from './ewma-chart.ts';

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('buildEwmaChart', () => {
	it('starts narrow, widens, and never beyond the asymptotic limits', () => {
		fc.assert(
			fc.property(values, fc.double({ min: 0.05, max: 1, noNaN: true }), (list, lambda) => {
				const exact = buildEwmaChart(list, { target: 0, sigma: 2, lambda });
				const asymptotic = buildEwmaChart(list, { target: 0, sigma: 2, lambda, limits: 'asymptotic' });
				expect(exact[0]!.high).toBeCloseTo(3 * 2 * lambda, 9);
				exact.forEach(({ high, value }, index) => {
					expect(high!).toBeLessThanOrEqual(asymptotic[index]!.high! + 1e-9);
					expect(high!).toBeGreaterThanOrEqual(exact[index - 1]?.high ?? 0);
					expect(value).toBe(asymptotic[index]!.value);
				});
			})
		);
	});

	it('is the plain chart of values at λ = 1', () => {
		expect(buildEwmaChart([1, 7, -7], { target: 0, sigma: 2, lambda: 1 })).toMatchObject([
			{ value: 1, low: -6, high: 6, isOutside: false },
			{ value: 7, isOutside: true },
			{ value: -7, isOutside: true }
		]);
	});

	it('has nothing to say of no values or no spread, and refuses a λ of 0', () => {
		expect(buildEwmaChart([], { target: 0, sigma: 1 })).toEqual([]);
		expect(buildEwmaChart([5, 5], { target: 5, sigma: 0 }).some(({ isOutside }) => isOutside)).toBe(false);
		expect(() => buildEwmaChart([1], { target: 0, sigma: 1, lambda: 0 })).toThrow(RangeError);
		expect(() => buildEwmaChart([1], { target: 0, sigma: -1 })).toThrow(RangeError);
		expect(() => buildEwmaChart([NaN], { target: 0, sigma: 1 })).toThrow(RangeError);
	});
});
