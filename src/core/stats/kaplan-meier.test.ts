import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSurvival } from './kaplan-meier.ts';

const casesOf = (times: readonly number[], open: readonly number[] = []) =>
	times.map((time, index) => ({ time, isClosed: !open.includes(index) }));
// Acute myelogenous leukaemia, data aml of the R package survival; print(survfit(Surv(time, status) ~ x, aml)).
const maintained = casesOf([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [2, 5, 8, 10]);
const other = casesOf([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], [5]);

describe('estimateSurvival', () => {
	it("gives R's medians and limits on the log scale", () => {
		expect(estimateSurvival(maintained, { scale: 'log' })).toMatchObject({
			median: 31,
			medianLow: 18,
			medianHigh: null
		});
		expect(estimateSurvival(other, { scale: 'log' })).toMatchObject({
			median: 23,
			medianLow: 8,
			medianHigh: null
		});
	});

	it('gives those on the log-log scale', () => {
		expect(estimateSurvival(maintained)).toMatchObject({ median: 31, medianLow: 13, medianHigh: null });
		const curve = estimateSurvival(other);
		expect(curve).toMatchObject({ median: 23, medianLow: 5, medianHigh: 33 });
		expect(curve.steps[3]).toMatchObject({ time: 23, atRisk: 6, closed: 1 });
		expect(curve.steps[3]!.open).toBeCloseTo(0.48611, 5);
		expect(curve.steps[3]!.low).toBeCloseTo(0.19188, 5);
		expect(curve.steps[3]!.high).toBeCloseTo(0.72967, 5);
	});

	const cases = fc.array(fc.record({ time: fc.nat(60), isClosed: fc.boolean() }), {
		minLength: 1,
		maxLength: 40
	});

	it('falls from 1 towards 0 and stays in its limits', () => {
		fc.assert(
			fc.property(cases, fc.constantFrom('log' as const, 'log-log' as const), (list, scale) => {
				const { steps, median, medianLow, medianHigh } = estimateSurvival(list, { scale });
				steps.forEach(({ open, low, high }, index) => {
					expect(open).toBeLessThanOrEqual(steps[index - 1]?.open ?? 1);
					expect(open).toBeGreaterThanOrEqual(0);
					expect(low ?? 0).toBeLessThanOrEqual(open + 1e-12);
					expect(high ?? 1).toBeGreaterThanOrEqual(open - 1e-12);
				});
				if (median !== null && medianLow !== null) expect(medianLow).toBeLessThanOrEqual(median);
				if (median !== null && medianHigh !== null) expect(medianHigh).toBeGreaterThanOrEqual(median);
			})
		);
	});

	it('never falls when an open case is watched for longer', () => {
		fc.assert(
			fc.property(cases, (list) => {
				const longer = list.map((each) => (each.isClosed ? each : { ...each, time: each.time + 100 }));
				const [before, after] = [estimateSurvival(list).median, estimateSurvival(longer).median];
				expect(after ?? Infinity).toBeGreaterThanOrEqual(
					before === null ? 0 : Math.min(before, after ?? Infinity)
				);
				expect(estimateSurvival(longer).steps.at(-1)?.open ?? 1).toBeGreaterThanOrEqual(
					estimateSurvival(list).steps.at(-1)?.open ?? 1
				);
			})
		);
	});

	it('is the plain median without open cases, halfway where half is reached exactly', () => {
		expect(estimateSurvival(casesOf([1, 2, 3, 4, 5])).median).toBe(3);
		expect(estimateSurvival(casesOf([1, 2, 3, 4])).median).toBe(2.5);
		expect(estimateSurvival(casesOf([2])).median).toBe(2);
	});

	it('has no median where most are open, and refuses no cases', () => {
		expect(estimateSurvival(casesOf([1, 5, 9], [1, 2]))).toMatchObject({ median: null, medianHigh: null });
		expect(estimateSurvival(casesOf([4], [0]))).toEqual({
			steps: [],
			median: null,
			medianLow: null,
			medianHigh: null
		});
		expect(() => estimateSurvival([])).toThrow(RangeError);
		expect(() => estimateSurvival(casesOf([-1]))).toThrow(RangeError);
	});
});
