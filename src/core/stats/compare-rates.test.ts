import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from './compare-rates.ts';
import vectors from './test-vectors.json' with { type: 'json' };

const count = fc.nat(400);
const exposure = fc.integer({ min: 1, max: 100_000 });

describe('compareRates', () => {
	it.each(vectors.rate_mid_p.cases)('%d in %d, then %d in %d: p = %d', (c1, n1, c2, n2, p) => {
		const { pValue } = compareRates({ count: c1!, exposure: n1! }, { count: c2!, exposure: n2! });
		expect(pValue / p!).toBeCloseTo(1, 6);
	});

	it('agrees with the binomial distribution of another implementation', () => {
		fc.assert(
			fc.property(count, exposure, count, exposure, (c1, n1, c2, n2) => {
				const total = c1 + c2;
				const below = (k: number, share: number) =>
					(binomialCdf(k - 1, total, share) + binomialCdf(k, total, share)) / 2;
				const expected = Math.min(1, 2 * Math.min(below(c2, n2 / (n1 + n2)), below(c1, n1 / (n1 + n2))));
				const { pValue } = compareRates({ count: c1, exposure: n1 }, { count: c2, exposure: n2 });
				expect(pValue).toBeCloseTo(expected, 8);
			})
		);
	});

	it('has a ratio inside its interval, and turned round gives the inverse', () => {
		fc.assert(
			fc.property(count, exposure, count, exposure, (c1, n1, c2, n2) => {
				const [before, now] = [
					{ count: c1, exposure: n1 },
					{ count: c2 + 1, exposure: n2 }
				];
				const { ratio, interval, pValue } = compareRates(before, now);
				expect(interval.low).toBeLessThanOrEqual(ratio!);
				expect(interval.high).toBeGreaterThanOrEqual(ratio!);
				const back = compareRates(now, before);
				expect(back.pValue).toBeCloseTo(pValue, 9);
				expect(back.ratio! * ratio!).toSatisfy(
					(one: number) => Number.isNaN(one) || Math.abs(one - 1) < 1e-9
				);
			})
		);
	});

	it('gives no ratio of nothing to nothing, an infinite one of something to nothing', () => {
		const none = { count: 0, exposure: 100 };
		expect(compareRates(none, none)).toEqual({
			ratio: null,
			interval: { low: 0, high: Infinity },
			pValue: 1
		});
		expect(compareRates(none, { count: 4, exposure: 100 }).ratio).toBe(Infinity);
		expect(() => compareRates({ count: 1, exposure: 0 }, none)).toThrow(RangeError);
		expect(() => compareRates({ count: -1, exposure: 10 }, none)).toThrow(RangeError);
	});
});
