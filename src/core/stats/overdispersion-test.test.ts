import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testBinomialOverdispersion, testPoissonOverdispersion } from './overdispersion-test.ts';

describe('testPoissonOverdispersion', () => {
	it('is (s²/mean)(k − 1) where exposures are equal, whatever they are', () => {
		const counts = fc.array(fc.nat(50), { minLength: 2, maxLength: 30 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 500 }), (list, exposure) => {
				const plain = testPoissonOverdispersion(list);
				const equal = testPoissonOverdispersion(
					list,
					list.map(() => exposure)
				);
				if (plain === null) return expect(equal).toBeNull();
				expect(plain.pValue).toBeGreaterThanOrEqual(0);
				expect(plain.pValue).toBeLessThanOrEqual(1);
				expect(equal!.statistic).toBeCloseTo(plain.statistic, 6);
			})
		);
	});

	it('does not take different exposures for spread', () => {
		expect(testPoissonOverdispersion([10, 100, 1000], [1, 10, 100])!.statistic).toBeCloseTo(0, 9);
	});

	it('says nothing of one count or of none at all, and refuses no exposure', () => {
		expect(testPoissonOverdispersion([4])).toBeNull();
		expect(testPoissonOverdispersion([0, 0, 0])).toBeNull();
		expect(() => testPoissonOverdispersion([1, 2], [1, 0])).toThrow(RangeError);
		expect(() => testPoissonOverdispersion([1, 2], [1])).toThrow(RangeError);
	});
});

describe('testBinomialOverdispersion', () => {
	it('gives the published example', () => {
		const successes = [
			12, 11, 18, 11, 10, 16, 9, 11, 14, 15, 11, 9, 10, 13, 12, 8, 12, 13, 10, 12, 13, 16, 12, 18, 16
		];
		const all = [...successes, 10, 16, 10, 12, 14];
		// Wetherill & Brown (1991) as in qcc; D and p by scipy 1.17.1.
		const result = testBinomialOverdispersion(
			all,
			all.map(() => 50)
		)!;
		expect(result.statistic).toBeCloseTo(22.169242, 5);
		expect(result.pValue).toBeCloseTo(0.813115, 5);
	});

	it('says nothing where the share is 0 or 1, and refuses more successes than n', () => {
		expect(testBinomialOverdispersion([0, 0], [5, 5])).toBeNull();
		expect(testBinomialOverdispersion([5, 4], [5, 4])).toBeNull();
		expect(() => testBinomialOverdispersion([6, 4], [5, 4])).toThrow(RangeError);
	});
});
