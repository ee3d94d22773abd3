import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './test-vectors.json' with { type: 'json' };
import { buildUChart, type UChart } from './u-chart.ts';

const inputsOf = (counts: readonly number[], exposure: number | readonly number[]) =>
	counts.map((count, index) => ({
		count,
		exposure: typeof exposure === 'number' ? exposure : exposure[index]!,
		isBaseline: true
	}));
/** 1-based, as published. */
const outsideOf = (chart: UChart) =>
	chart.points.flatMap((point, index) => (point.isOutside ? [index + 1] : []));

describe('buildUChart', () => {
	it('gives the limits of the NIST handbook', () => {
		const { counts, center, low, high, outside } = vectors.cNistWafer;
		const chart = buildUChart(inputsOf(counts, 1), 'u');
		expect(chart.center).toBeCloseTo(center, 10);
		expect(chart.points[0]?.low).toBeCloseTo(low, 10);
		expect(chart.points[0]?.high).toBeCloseTo(high, 10);
		expect(outsideOf(chart)).toEqual(outside);
	});

	it("gives Montgomery's limits", () => {
		const { counts, exposure, center, low, high } = vectors.uMontgomeryPc;
		const chart = buildUChart(inputsOf(counts, exposure), 'u');
		expect(chart.center).toBeCloseTo(center, 10);
		expect(chart.points[0]?.low).toBeCloseTo(low, 9);
		expect(chart.points[0]?.high).toBeCloseTo(high, 9);
	});

	it('calls 13 of 20 months special in a plain chart and none in u-prime, as published', () => {
		const { complaints, sales, ...expected } = vectors.taylorComplaints;
		const inputs = inputsOf(complaints, sales);
		const plain = buildUChart(inputs, 'u');
		const laney = buildUChart(inputs, 'u-prime');
		expect(plain.center).toBeCloseTo(expected.center, 10);
		expect(plain.sigmaZ).toBe(1);
		expect(laney.sigmaZ).toBeCloseTo(expected.sigmaZ, 8);
		plain.points.forEach(({ high }, index) => expect(high).toBeCloseTo(expected.uHigh[index]!, 10));
		laney.points.forEach(({ low, high }, index) => {
			expect(low).toBeCloseTo(expected.uPrimeLow[index]!, 10);
			expect(high).toBeCloseTo(expected.uPrimeHigh[index]!, 10);
		});
		expect(outsideOf(plain)).toEqual(expected.uOutside);
		expect(outsideOf(laney)).toEqual(expected.uPrimeOutside);
	});

	it('takes centre and limits from the baseline alone', () => {
		const quiet = inputsOf([10, 12, 9, 11, 10, 8], 1000);
		const chart = buildUChart([...quiet, { count: 60, exposure: 1000, isBaseline: false }], 'u-prime');
		expect(chart.center).toBeCloseTo(0.01, 10);
		expect(outsideOf(chart)).toEqual([7]);
	});

	it('never narrows below Poisson and never puts the centre outside', () => {
		const input = fc.record({
			count: fc.nat(200),
			exposure: fc.integer({ min: 1, max: 10_000 }),
			isBaseline: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(input), (inputs) => {
				const plain = buildUChart(inputs, 'u');
				const laney = buildUChart(inputs, 'u-prime');
				expect(laney.sigmaZ).toBeGreaterThanOrEqual(1);
				laney.points.forEach((point, index) => {
					if (point.high === null || point.low === null) return;
					expect(point.high).toBeGreaterThanOrEqual(plain.points[index]!.high!);
					expect(point.low).toBeLessThanOrEqual(laney.center!);
				});
			})
		);
	});

	it('has a gap without exposure and no limits without baseline', () => {
		const gap = { count: 0, exposure: 0, isBaseline: true };
		expect(buildUChart([gap], 'u-prime')).toEqual({
			center: null,
			sigmaZ: 1,
			points: [{ value: null, low: null, high: null, isOutside: false }]
		});
		const alone = buildUChart([{ count: 3, exposure: 10, isBaseline: false }], 'u');
		expect(alone.points).toEqual([{ value: 0.3, low: null, high: null, isOutside: false }]);
	});
});
