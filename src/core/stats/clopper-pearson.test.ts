import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from './clopper-pearson.ts';

describe('clopperPearsonInterval', () => {
	// R's binom.test; recomputed with scipy 1.17.1.
	it.each([
		[0, 20, 0, 0.168433471],
		[5, 20, 0.0865714691, 0.491045872],
		[20, 20, 0.831566529, 1],
		[81, 263, 0.252736746, 0.367621923]
	])('of %d of %d is %d to %d', (successes, n, low, high) => {
		const interval = clopperPearsonInterval(successes, n);
		expect(interval.low).toBeCloseTo(low, 7);
		expect(interval.high).toBeCloseTo(high, 7);
	});

	it('holds the share, and mirrors', () => {
		fc.assert(
			fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), (successes, failures) => {
				const n = successes + failures;
				const { low, high } = clopperPearsonInterval(successes, n);
				expect(low).toBeLessThanOrEqual(successes / n);
				expect(high).toBeGreaterThanOrEqual(successes / n);
				expect(clopperPearsonInterval(failures, n).low).toBeCloseTo(1 - high, 7);
			})
		);
	});

	it('knows nothing of no trials, and refuses more successes than trials', () => {
		expect(clopperPearsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
		expect(() => clopperPearsonInterval(3, 2)).toThrow(RangeError);
		expect(() => clopperPearsonInterval(1, 2, 1)).toThrow(RangeError);
	});
});
