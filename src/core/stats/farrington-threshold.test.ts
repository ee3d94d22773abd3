import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negativeBinomialThreshold, powerThreshold } from './farrington-threshold.ts';

const prediction = fc.record({
	mean: fc.double({ min: 0.01, max: 500, noNaN: true }),
	standardError: fc.double({ min: 0, max: 2, noNaN: true }),
	dispersion: fc.double({ min: 1, max: 10, noNaN: true })
});

describe('powerThreshold', () => {
	it('holds the mean, and rises with error, dispersion and caution', () => {
		fc.assert(
			fc.property(
				prediction,
				fc.constantFrom('none' as const, '1/2' as const, '2/3' as const),
				(expected, transform) => {
					const limits = powerThreshold(expected, { alpha: 0.05, transform });
					expect(limits.low).toBeGreaterThanOrEqual(0);
					expect(limits.low).toBeLessThanOrEqual(expected.mean);
					expect(limits.high).toBeGreaterThanOrEqual(expected.mean);
					const wider = [
						powerThreshold(
							{ ...expected, standardError: expected.standardError + 1 },
							{ alpha: 0.05, transform }
						),
						powerThreshold({ ...expected, dispersion: expected.dispersion + 1 }, { alpha: 0.05, transform }),
						powerThreshold(expected, { alpha: 0.01, transform })
					];
					for (const { high } of wider) expect(high).toBeGreaterThan(limits.high);
					expect(powerThreshold(expected, { alpha: 0.05, transform, sides: 1 }).high).toBeLessThan(
						limits.high
					);
				}
			)
		);
	});

	it('is 0 where nothing is expected, and refuses a dispersion below 1', () => {
		expect(powerThreshold({ mean: 0, standardError: 0, dispersion: 1 }, { alpha: 0.05 })).toEqual({
			low: 0,
			high: 0
		});
		expect(() => powerThreshold({ mean: 1, standardError: 0, dispersion: 0.9 }, { alpha: 0.05 })).toThrow(
			RangeError
		);
		expect(() => powerThreshold({ mean: -1, standardError: 0, dispersion: 1 }, { alpha: 0.05 })).toThrow(
			RangeError
		);
		expect(() => powerThreshold({ mean: 1, standardError: 0, dispersion: 1 }, { alpha: 1 })).toThrow(
			RangeError
		);
	});
});

describe('negativeBinomialThreshold', () => {
	it('is a whole number, and the upper limit of the mean raises it', () => {
		fc.assert(
			fc.property(prediction, (expected) => {
				const plain = negativeBinomialThreshold(expected, { alpha: 0.05, method: 'plug-in' });
				const raised = negativeBinomialThreshold(expected, { alpha: 0.05, method: 'mean-quantile' });
				expect(Number.isInteger(plain.high)).toBe(true);
				expect(plain.low).toBeLessThanOrEqual(plain.high);
				expect(raised.high).toBeGreaterThanOrEqual(plain.high);
			}),
			{ numRuns: 50 }
		);
		expect(
			negativeBinomialThreshold(
				{ mean: 0, standardError: 1, dispersion: 2 },
				{ alpha: 0.05, method: 'plug-in' }
			)
		).toEqual({ low: 0, high: 0 });
	});
});
