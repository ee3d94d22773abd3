import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRateChanges } from './rate-ratio-change.ts';

const rate = fc.record({ count: fc.nat(200), exposure: fc.integer({ min: 1, max: 10_000 }) });
const group = fc.record({ before: rate, after: rate });

describe('compareRateChanges', () => {
	it('divides the change of the trained by that of the others', () => {
		const { ratio, interval, isCorrected } = compareRateChanges(
			{ before: { count: 40, exposure: 1000 }, after: { count: 20, exposure: 1000 } },
			{ before: { count: 30, exposure: 2000 }, after: { count: 24, exposure: 2000 } }
		);
		const error = Math.sqrt(1 / 40 + 1 / 20 + 1 / 30 + 1 / 24);
		expect(ratio).toBeCloseTo(0.5 / 0.8, 12);
		expect(interval.low).toBeCloseTo(0.625 * Math.exp(-1.959964 * error), 6);
		expect(interval.high).toBeCloseTo(0.625 * Math.exp(1.959964 * error), 6);
		expect(isCorrected).toBe(false);
	});

	it('holds the ratio in its interval, and inverts when groups are swapped', () => {
		fc.assert(
			fc.property(group, group, (trained, control) => {
				const there = compareRateChanges(trained, control);
				const back = compareRateChanges(control, trained);
				expect(there.interval.low).toBeLessThan(there.ratio);
				expect(there.interval.high).toBeGreaterThan(there.ratio);
				expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
			})
		);
	});

	it('adds a half where a count is 0, and refuses no exposure', () => {
		const some = { count: 5, exposure: 10 };
		const none = { count: 0, exposure: 10 };
		const result = compareRateChanges({ before: some, after: none }, { before: some, after: some });
		expect(result).toMatchObject({ isCorrected: true, ratio: expect.closeTo(0.5 / 5.5, 12) });
		expect(() =>
			compareRateChanges({ before: some, after: { count: 1, exposure: 0 } }, { before: some, after: some })
		).toThrow(RangeError);
	});
});
