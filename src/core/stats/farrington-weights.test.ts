import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anscombeResiduals, farringtonWeights } from './farrington-weights.ts';

describe('farringtonWeights', () => {
	it('adds up to the number of residuals, is 1 where none stands out, and less where one does', () => {
		const residuals = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(residuals, fc.double({ min: 1, max: 3, noNaN: true }), (list, threshold) => {
				const weights = farringtonWeights(list, threshold);
				expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(list.length, 9);
				const usual = Math.max(...weights);
				weights.forEach((weight, index) => {
					if (list[index]! > threshold) expect(weight).toBeLessThan(usual + 1e-12);
					else expect(weight).toBeCloseTo(usual, 9);
				});
			})
		);
		expect(farringtonWeights([-4, 0, 0.9])).toEqual([1, 1, 1]);
		expect(farringtonWeights([])).toEqual([]);
		expect(() => farringtonWeights([NaN])).toThrow(RangeError);
	});
});

describe('anscombeResiduals', () => {
	it('is 0 on the fit, positive above it, and 0 where a count decides its own fit', () => {
		const residuals = anscombeResiduals([8, 27, 1], { fitted: [8, 8, 8], leverages: [0.1, 0.1, 1] }, 1);
		expect(residuals[0]).toBeCloseTo(0, 12);
		expect(residuals[1]).toBeCloseTo((1.5 * (9 / Math.sqrt(2) - Math.sqrt(8))) / Math.sqrt(0.9), 9);
		expect(residuals[2]).toBe(0);
	});
});
