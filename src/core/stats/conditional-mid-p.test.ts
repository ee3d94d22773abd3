import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRates } from './compare-rates.ts';
import { conditionalMidP } from './conditional-mid-p.ts';
import { poissonMidP } from './mid-p.ts';

test('in one stratum it is the comparison of the unit’s rate with that of the others', () => {
	fc.assert(
		fc.property(fc.nat(30), fc.nat(60), fc.integer({ min: 1, max: 99 }), (own, others, share) => {
			const p = conditionalMidP(own, [{ total: own + others, share: share / 100 }]);
			const { pValue } = compareRates(
				{ count: own, exposure: share },
				{ count: others, exposure: 100 - share }
			);
			expect(p).toBeCloseTo(pValue, 9);
		})
	);
});

test('by hand: 2 of 2 and 1 of 1 with a share of one half', () => {
	// P(X = 3) = 1/8, nothing above: 2 · ½ · 1/8.
	expect(
		conditionalMidP(3, [
			{ total: 2, share: 0.5 },
			{ total: 1, share: 0.5 }
		])
	).toBeCloseTo(0.125);
});

test('where the unit is a small part of many, it is the mid-P of Poisson', () => {
	expect(conditionalMidP(9, [{ total: 4000, share: 0.001 }])).toBeCloseTo(poissonMidP(9, 4), 3);
});

test('where the unit is a large part, it is smaller: the unit’s own count is in what is expected', () => {
	expect(conditionalMidP(20, [{ total: 24, share: 0.4 }])).toBeLessThan(poissonMidP(20, 9.6) / 10);
});

test('the approximation for large counts goes on where the sum ends', () => {
	const exact = conditionalMidP(450, [{ total: 880, share: 0.4886 }]);
	const approximate = conditionalMidP(450, [
		{ total: 880, share: 0.4886 },
		{ total: 100, share: 0 }
	]);
	expect(approximate).toBeCloseTo(exact, 3);
});

test('it refuses what is no count or no share', () => {
	expect(() => conditionalMidP(3, [{ total: 2, share: 0.5 }])).toThrow(RangeError);
	expect(() => conditionalMidP(1, [{ total: 2, share: 1.5 }])).toThrow(RangeError);
	expect(() => conditionalMidP(1.5, [{ total: 2, share: 0.5 }])).toThrow(RangeError);
});
