import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from './compare-rates.ts';
import { compareRatesExactly } from './exact-rate-ratio.ts';

const rate = fc.record({ count: fc.nat(300), exposure: fc.integer({ min: 1, max: 100_000 }) });

describe('compareRatesExactly', () => {
	it("gives the interval of R's poisson.test", () => {
		const { ratio, interval } = compareRatesExactly(
			{ count: 21, exposure: 3011 },
			{ count: 11, exposure: 800 }
		);
		expect(ratio).toBeCloseTo(1.971488, 6);
		expect(interval.low).toBeCloseTo(0.8584264, 6);
		expect(interval.high).toBeCloseTo(4.2772659, 6);
	});

	it('holds the ratio, and is more cautious than mid-P', () => {
		fc.assert(
			fc.property(rate, rate, (before, now) => {
				const exact = compareRatesExactly(before, now);
				expect(exact.pValue).toBeGreaterThanOrEqual(compareRates(before, now).pValue - 1e-9);
				if (exact.ratio === null) return;
				expect(exact.interval.low).toBeLessThanOrEqual(exact.ratio);
				expect(exact.interval.high).toBeGreaterThanOrEqual(exact.ratio);
			})
		);
	});

	it('has no ratio of nothing, and refuses no exposure and half a complaint', () => {
		const none = { count: 0, exposure: 10 };
		expect(compareRatesExactly(none, none)).toEqual({
			ratio: null,
			interval: { low: 0, high: Infinity },
			pValue: 1
		});
		expect(compareRatesExactly(none, { count: 3, exposure: 10 }).interval.high).toBe(Infinity);
		expect(() => compareRatesExactly({ count: 1, exposure: 0 }, none)).toThrow(RangeError);
		expect(() => compareRatesExactly({ count: 1.5, exposure: 1 }, none)).toThrow(RangeError);
	});
});
