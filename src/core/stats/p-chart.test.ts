import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPChart } from './p-chart.ts';

const inputsOf = (shares: readonly (readonly [number, number])[]) =>
	shares.map(([successes, n]) => ({ successes, n, isBaseline: true }));
const input = fc
	.tuple(fc.nat(200), fc.nat(200), fc.boolean())
	.map(([successes, failures, isBaseline]) => ({ successes, n: successes + failures, isBaseline }));

describe('buildPChart', () => {
	it('stays in 0 … 1, holds the centre, and p′ is never narrower than p', () => {
		fc.assert(
			fc.property(fc.array(input), (inputs) => {
				const plain = buildPChart(inputs, 'p');
				const prime = buildPChart(inputs, 'p-prime');
				expect(prime.sigmaZ).toBeGreaterThanOrEqual(1);
				prime.points.forEach(({ low, high }, index) => {
					if (low === null || high === null) return;
					expect(low).toBeGreaterThanOrEqual(0);
					expect(high).toBeLessThanOrEqual(1);
					expect(low).toBeLessThanOrEqual(prime.center!);
					expect(high).toBeGreaterThanOrEqual(prime.center!);
					expect(high).toBeGreaterThanOrEqual(plain.points[index]!.high!);
				});
			})
		);
	});

	it('narrows as n grows', () => {
		const { points } = buildPChart(
			inputsOf([
				[20, 100],
				[200, 1000]
			]),
			'p'
		);
		expect(points[1]!.high! - points[1]!.low!).toBeLessThan(points[0]!.high! - points[0]!.low!);
	});

	it('with large n flags most periods as p, and none as p′', () => {
		const shares = [0.95, 0.951, 0.948, 0.946, 0.949, 0.953, 0.95, 0.947, 0.952, 0.949];
		const inputs = inputsOf(shares.map((share) => [share * 280_000, 280_000]));
		const outside = (kind: 'p' | 'p-prime') =>
			buildPChart(inputs, kind).points.filter(({ isOutside }) => isOutside).length;
		expect(outside('p')).toBeGreaterThan(5);
		expect(outside('p-prime')).toBe(0);
		expect(buildPChart(inputs, 'p-prime').measuredSigmaZ).toBeGreaterThan(3);
	});

	it('has a gap at n = 0, limits on a centre of 0 or 1, and refuses more successes than n', () => {
		expect(buildPChart(inputsOf([[0, 0]]), 'p-prime')).toMatchObject({
			center: null,
			points: [{ value: null }]
		});
		const none = buildPChart(
			[
				...inputsOf([
					[0, 50],
					[0, 80]
				]),
				{ successes: 1, n: 50, isBaseline: false }
			],
			'p-prime'
		);
		expect(none.points.map(({ isOutside }) => isOutside)).toEqual([false, false, true]);
		expect(
			buildPChart(
				inputsOf([
					[9, 9],
					[7, 7]
				]),
				'p-prime'
			).points.every(({ isOutside }) => !isOutside)
		).toBe(true);
		expect(() => buildPChart(inputsOf([[3, 2]]), 'p')).toThrow(RangeError);
		expect(() => buildPChart(inputsOf([[-1, 2]]), 'p')).toThrow(RangeError);
	});
});
