import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportions } from './compare-proportions.ts';
import vectors from './test-vectors.json' with { type: 'json' };

describe('compareProportions', () => {
	it.each(vectors.proportion_mid_p.cases)('%d of %d, then %d of %d: p = %d', (k1, n1, k2, n2, p) => {
		const { pValue } = compareProportions({ successes: k1!, n: n1! }, { successes: k2!, n: n2! });
		expect(pValue / p!).toBeCloseTo(1, 6);
	});

	const proportion = fc
		.tuple(fc.nat(300), fc.nat(300))
		.filter(([successes, failures]) => successes + failures > 0)
		.map(([successes, failures]) => ({ successes, n: successes + failures }));

	it('has a difference inside its interval, and turned round changes the sign only', () => {
		fc.assert(
			fc.property(proportion, proportion, (before, now) => {
				const there = compareProportions(before, now);
				const back = compareProportions(now, before);
				expect(there.interval.low).toBeLessThanOrEqual(there.difference);
				expect(there.interval.high).toBeGreaterThanOrEqual(there.difference);
				expect(back.difference).toBeCloseTo(-there.difference, 12);
				expect(back.pValue).toBeCloseTo(there.pValue, 9);
			})
		);
	});

	it('refuses a proportion of nothing', () => {
		expect(() => compareProportions({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toThrow(RangeError);
	});
});
