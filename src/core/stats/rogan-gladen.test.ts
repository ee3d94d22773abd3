import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctPrevalence } from './rogan-gladen.ts';

const quality = (sensitivity: number, specificity: number, n: number) => ({
	sensitivity: { successes: sensitivity, n },
	specificity: { successes: specificity, n }
});

describe('correctPrevalence', () => {
	it('takes off false flags and adds what was missed', () => {
		expect(correctPrevalence({ successes: 110, n: 1000 }, quality(80, 95, 100)).value).toBeCloseTo(
			0.06 / 0.75,
			12
		);
		expect(correctPrevalence({ successes: 110, n: 1000 }, quality(100, 100, 100)).value).toBeCloseTo(
			0.11,
			12
		);
	});

	it('has the interval of its formula, recomputed with numpy', () => {
		const { value, interval } = correctPrevalence(
			{ successes: 180, n: 500 },
			{ sensitivity: { successes: 70, n: 100 }, specificity: { successes: 170, n: 200 } }
		);
		expect(value).toBeCloseTo(0.3818181818, 9);
		expect(interval.low).toBeCloseTo(0.2710404135, 6);
		expect(interval.high).toBeCloseTo(0.5002450961, 6);
	});

	it('stays in 0 … 1, and in its interval', () => {
		const share = fc.tuple(fc.nat(300), fc.nat(300)).filter(([a, b]) => a + b > 0);
		fc.assert(
			fc.property(
				share,
				fc.integer({ min: 55, max: 100 }),
				fc.integer({ min: 55, max: 100 }),
				([hits, others], se, sp) => {
					const { value, interval } = correctPrevalence(
						{ successes: hits, n: hits + others },
						quality(se, sp, 100)
					);
					expect(interval.low).toBeGreaterThanOrEqual(0);
					expect(interval.high).toBeLessThanOrEqual(1);
					expect(interval.low).toBeLessThanOrEqual(value);
					expect(interval.high).toBeGreaterThanOrEqual(value);
				}
			)
		);
	});

	it('knows less when the tagger was checked on less', () => {
		const flagged = { successes: 110, n: 1000 };
		const [little, much] = [
			correctPrevalence(flagged, quality(16, 19, 20)),
			correctPrevalence(flagged, quality(800, 950, 1000))
		];
		expect(little.value).toBeCloseTo(much.value, 12);
		expect(little.interval.high - little.interval.low).toBeGreaterThan(
			much.interval.high - much.interval.low
		);
	});

	it('is 0 below the rate of false flags, and refuses a tagger that knows nothing', () => {
		expect(correctPrevalence({ successes: 1, n: 100 }, quality(80, 90, 100)).value).toBe(0);
		expect(() => correctPrevalence({ successes: 1, n: 100 }, quality(50, 50, 100))).toThrow(RangeError);
		expect(() => correctPrevalence({ successes: 0, n: 0 }, quality(80, 90, 100))).toThrow(RangeError);
	});
});
