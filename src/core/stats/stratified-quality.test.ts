import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureStratified, type ReviewedStratum } from './stratified-quality.ts';
import { wilsonInterval } from './wilson.ts';

const stratum = fc
	.record({
		truePositive: fc.nat(30),
		falsePositive: fc.nat(30),
		falseNegative: fc.nat(30),
		trueNegative: fc.nat(30),
		unseen: fc.nat(5000)
	})
	.map(({ unseen, ...counts }): ReviewedStratum => {
		const sample = Object.values(counts).reduce((sum, count) => sum + count, 0);
		return { ...counts, population: sample === 0 ? 0 : sample + unseen };
	});

describe('measureStratified', () => {
	it('weighs each item by the records it stands for', () => {
		const { precision, recall, n } = measureStratified([
			{ population: 200, truePositive: 80, falsePositive: 20, falseNegative: 0, trueNegative: 0 },
			{ population: 9800, truePositive: 0, falsePositive: 0, falseNegative: 2, trueNegative: 98 }
		]);
		expect(n).toBe(200);
		expect(precision!.value).toBe(0.8);
		expect(precision!.interval).toEqual(wilsonInterval(80, 100));
		expect(recall!.value).toBeCloseTo(160 / (160 + 196), 12);
		expect(recall!.interval.low).toBeLessThan(0.35);
		expect(recall!.interval.high).toBeGreaterThan(0.6);
	});

	it('does not depend on how a stratum is cut', () => {
		const half = { population: 500, truePositive: 10, falsePositive: 4, falseNegative: 3, trueNegative: 33 };
		const once = { population: 1000, truePositive: 20, falsePositive: 8, falseNegative: 6, trueNegative: 66 };
		const [cut, whole] = [measureStratified([half, half]), measureStratified([once])];
		expect(cut.recall!.value).toBeCloseTo(whole.recall!.value, 12);
		expect(cut.precision!.interval.low).toBeCloseTo(whole.precision!.interval.low, 12);
	});

	it('holds its values in its intervals, in 0 … 1', () => {
		fc.assert(
			fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
				const { precision, recall } = measureStratified(strata, { replicates: 200 });
				for (const estimate of [precision, recall]) {
					if (estimate === null) continue;
					const { value, interval } = estimate;
					expect(interval.low).toBeGreaterThanOrEqual(-1e-12);
					expect(interval.high).toBeLessThanOrEqual(1 + 1e-12);
					expect(interval.low).toBeLessThanOrEqual(value + 1e-9);
					expect(interval.high).toBeGreaterThanOrEqual(value - 1e-9);
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('gives the same interval for the same seed, and is not sure of a recall of 1 from few', () => {
		const strata = [{ population: 90, truePositive: 5, falsePositive: 1, falseNegative: 1, trueNegative: 9 }];
		expect(measureStratified(strata, { seed: 3 })).toEqual(measureStratified(strata, { seed: 3 }));
		const perfect = measureStratified([
			{ population: 90, truePositive: 5, falsePositive: 0, falseNegative: 0, trueNegative: 9 }
		]);
		expect(perfect.recall).toEqual({ value: 1, interval: wilsonInterval(5, 5) });
	});

	it('says nothing where nothing was tagged or ought to be, and refuses what was not reviewed', () => {
		const clean = { population: 90, truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 9 };
		expect(measureStratified([clean])).toEqual({ n: 9, precision: null, recall: null });
		expect(measureStratified([])).toEqual({ n: 0, precision: null, recall: null });
		expect(() => measureStratified([{ ...clean, trueNegative: 0 }])).toThrow(RangeError);
		expect(() => measureStratified([{ ...clean, trueNegative: 91 }])).toThrow(RangeError);
	});
});
