import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completePeriods } from './reporting-delay.ts';

describe('completePeriods', () => {
	it('expects of the last periods what came late for the ones before', () => {
		const [first, second, third] = completePeriods([[60, 30, 10], [120, 60], [50]]);
		expect(first).toEqual({ reported: 100, completeness: 1, expected: 100 });
		expect(second!.expected).toBeCloseTo(180 * (100 / 90), 9);
		expect(third!.expected).toBeCloseTo(50 * 1.5 * (100 / 90), 9);
		expect(third!.completeness).toBeCloseTo(0.6, 9);
	});

	it('never expects less than is there, and finds again a delay that is always the same', () => {
		const shares = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50), fc.nat(50));
		fc.assert(
			fc.property(
				shares,
				fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 12 }),
				(delays, sizes) => {
					const triangle = sizes.map((size, index) =>
						delays.slice(0, sizes.length - index).map((share) => share * size)
					);
					const whole = delays[0] + delays[1] + delays[2];
					completePeriods(triangle).forEach(({ reported, expected }, index) => {
						expect(expected!).toBeGreaterThanOrEqual(reported);
						expect(expected).toBeCloseTo(whole * sizes[index]!, 6);
					});
				}
			)
		);
	});

	it('does not guess from nothing', () => {
		expect(completePeriods([[0, 4], [3]])[1]).toEqual({ reported: 3, completeness: null, expected: null });
		expect(completePeriods([[7]])).toEqual([{ reported: 7, completeness: 1, expected: 7 }]);
		expect(completePeriods([])).toEqual([]);
	});

	it('refuses a younger period that is known for longer', () => {
		expect(() => completePeriods([[1], [1, 2]])).toThrow(RangeError);
		expect(() => completePeriods([[]])).toThrow(RangeError);
		expect(() => completePeriods([[-1]])).toThrow(RangeError);
	});
});
