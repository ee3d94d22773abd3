import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNormalisedIChart } from './normalised-i-chart.ts';
import { buildXmrChart } from './xmr-chart.ts';

const inputsOf = (counts: readonly number[], exposure: number) =>
	counts.map((count) => ({ count, exposure, isBaseline: true }));

describe('buildNormalisedIChart', () => {
	it('is the individuals chart of the rates where exposures are equal', () => {
		const counts = fc.array(fc.integer({ min: 500, max: 600 }), { minLength: 2, maxLength: 30 });
		fc.assert(
			fc.property(counts, (list) => {
				const chart = buildNormalisedIChart(inputsOf(list, 1000));
				const individuals = buildXmrChart(list.map((count) => count / 1000));
				const half = ((3 * Math.sqrt(Math.PI)) / 2) * individuals.meanRange!;
				expect(chart.points[0]!.high).toBeCloseTo(individuals.center + half, 9);
				expect(chart.points[0]!.low).toBeCloseTo(Math.max(0, individuals.center - half), 9);
			})
		);
	});

	it('narrows with exposure', () => {
		const chart = buildNormalisedIChart([
			...inputsOf([50, 60, 40, 55], 1000),
			{ count: 200, exposure: 4000, isBaseline: true }
		]);
		const widths = chart.points.map(({ low, high }) => high! - low!);
		expect(widths[4]! / widths[0]!).toBeCloseTo(0.5, 9);
	});

	it('has no limits with one period, a gap without exposure, and none outside where all are equal', () => {
		expect(buildNormalisedIChart(inputsOf([5], 10)).points[0]).toMatchObject({ value: 0.5, low: null });
		expect(buildNormalisedIChart(inputsOf([0], 0)).points[0]).toMatchObject({ value: null });
		const equal = buildNormalisedIChart(
			[1, 3, 7].map((count) => ({ count, exposure: count * 10, isBaseline: true }))
		);
		expect(equal.points.some(({ isOutside }) => isOutside)).toBe(false);
		expect(() => buildNormalisedIChart(inputsOf([-5], 10))).toThrow(RangeError);
	});
});
