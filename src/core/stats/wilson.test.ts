import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './test-vectors.json' with { type: 'json' };
import { wilsonInterval } from './wilson.ts';

describe('wilsonInterval', () => {
	it.each(vectors.wilson.cases)('of %d of %d is %d to %d', (successes, n, low, high) => {
		const interval = wilsonInterval(successes!, n!);
		expect(interval.low).toBeCloseTo(low!, 6);
		expect(interval.high).toBeCloseTo(high!, 6);
	});

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
	});
});
