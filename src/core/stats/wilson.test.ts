import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('wilsonInterval', () => {
	it('holds the proportion and stays between 0 and 1', () => {
		fc.assert(
			fc.property(fc.nat(10_000), fc.nat(10_000), (successes, failures) => {
				const n = successes + failures;
				const { low, high } = wilsonInterval(successes, n);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(1);
				if (n > 0) {
					expect(low).toBeLessThanOrEqual(successes / n);
					expect(high).toBeGreaterThanOrEqual(successes / n);
				}
			})
		);
	});

	it('mirrors: failures have the mirrored interval of successes', () => {
		fc.assert(
			fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (successes, failures) => {
				const n = successes + failures;
				expect(wilsonInterval(failures, n).low).toBeCloseTo(1 - wilsonInterval(successes, n).high, 10);
			})
		);
	});

	it('refuses more successes than trials', () => {
		expect(() => wilsonInterval(5, 4)).toThrow(RangeError);
		expect(() => wilsonInterval(1, 4, 1)).toThrow(RangeError);
	});
});
