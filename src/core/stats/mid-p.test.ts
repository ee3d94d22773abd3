import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonMidP } from './mid-p.ts';
import vectors from './test-vectors.json' with { type: 'json' };

describe('poissonMidP', () => {
	it.each(vectors.poisson_mid_p.cases)('of %d seen, %d expected is %d', (observed, expected, p) => {
		expect(poissonMidP(observed!, expected!) / p!).toBeCloseTo(1, 6);
	});

	it('is a probability, and falls as the count moves away from the expected one', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.1, max: 2000, noNaN: true }), fc.nat(300), (expected, steps) => {
				const from = Math.ceil(expected) + steps;
				const near = poissonMidP(from, expected);
				expect(near).toBeGreaterThanOrEqual(0);
				expect(near).toBeLessThanOrEqual(1);
				expect(poissonMidP(from + 1, expected)).toBeLessThanOrEqual(near);
			})
		);
	});

	it('answers where nothing was expected, and refuses half a complaint', () => {
		expect(poissonMidP(0, 0)).toBe(1);
		expect(poissonMidP(1, 0)).toBe(0);
		expect(() => poissonMidP(1.5, 2)).toThrow(RangeError);
		expect(() => poissonMidP(1, -2)).toThrow(RangeError);
		expect(() => poissonMidP(1, NaN)).toThrow(RangeError);
	});
});
