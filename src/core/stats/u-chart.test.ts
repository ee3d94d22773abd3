import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ControlChart } from './control-chart.ts';
import { buildUChart } from './u-chart.ts';

const inputsOf = (counts: readonly number[], exposure: number | readonly number[]) =>
	counts.map((count, index) => ({
		count,
		exposure: typeof exposure === 'number' ? exposure : exposure[index]!,
		isBaseline: true
	}));
/** Counted from 1. */
const outsideOf = (chart: ControlChart) =>
	chart.points.flatMap((point, index) => (point.isOutside ? [index + 1] : []));

describe('buildUChart', () => {
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
			measuredSigmaZ: null,
			points: [{ value: null, low: null, high: null, isOutside: false }]
		});
		const alone = buildUChart([{ count: 3, exposure: 10, isBaseline: false }], 'u');
		expect(alone.points).toEqual([{ value: 0.3, low: null, high: null, isOutside: false }]);
	});

	it('prints the measured σ_z beside the one that is used', () => {
		const steady = buildUChart(inputsOf([10, 10, 10, 11], 1000), 'u-prime');
		expect(steady.measuredSigmaZ).toBeLessThan(1);
		expect(steady.sigmaZ).toBe(1);
		const restless = buildUChart(inputsOf([10, 60, 5, 80], 1000), 'u-prime');
		expect(restless.measuredSigmaZ).toBe(restless.sigmaZ);
		expect(buildUChart(inputsOf([10], 1000), 'u-prime').measuredSigmaZ).toBeNull();
	});

	it('puts equal rates inside, however they are rounded, and refuses what is no count', () => {
		const chart = buildUChart(inputsOf([1, 3, 7], [10, 30, 70]), 'u-prime');
		expect(outsideOf(chart)).toEqual([]);
		expect(outsideOf(buildUChart(inputsOf([0, 0, 0], 50), 'u-prime'))).toEqual([]);
		expect(() => buildUChart(inputsOf([-1], 10), 'u')).toThrow(RangeError);
		expect(() => buildUChart(inputsOf([1], NaN), 'u')).toThrow(RangeError);
	});
});
