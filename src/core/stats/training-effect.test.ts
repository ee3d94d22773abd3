import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, poissonSampler } from './seeded-random.ts';
import { estimateTrainingEffect, type AgentPeriod } from './training-effect.ts';

/** agent, period, count, exposure, trained */
const rowsOf = (cells: readonly (readonly [string, string, number, number, boolean])[]): AgentPeriod[] =>
	cells.map(([agent, period, count, exposure, isTrained]) => ({ agent, period, count, exposure, isTrained }));
const staggered = rowsOf([
	['a', '1', 10, 100, false],
	['a', '2', 6, 110, true],
	['a', '3', 5, 90, true],
	['b', '1', 8, 120, false],
	['b', '2', 9, 100, false],
	['b', '3', 11, 130, false],
	['c', '1', 20, 150, false],
	['c', '2', 18, 160, false],
	['c', '3', 9, 140, true],
	['d', '1', 4, 80, false],
	['d', '2', 6, 85, false],
	['d', '3', 5, 75, false]
]);

describe('estimateTrainingEffect', () => {
	it('agrees with another implementation', () => {
		// Newton's method and a sandwich of all coefficients in numpy.
		expect(estimateTrainingEffect(staggered)).toMatchObject({
			ratio: expect.closeTo(0.4988633895, 6),
			clusteredError: expect.closeTo(0.06688329555, 6),
			quasiPoissonError: expect.closeTo(0.3670254135, 5),
			dispersion: 1,
			agents: 4,
			rows: 12
		});
	});

	it('finds the effect that was put in', () => {
		const random = createRandom(4);
		const rows = Array.from({ length: 60 }, (_, agent) =>
			Array.from({ length: 6 }, (_, period): AgentPeriod => {
				const isTrained = agent % 2 === 0 && period >= 3;
				const mean = 500 * 0.02 * (1 + (agent % 5) / 4) * (1 + period / 10) * (isTrained ? 0.6 : 1);
				return {
					agent: String(agent),
					period: String(period),
					count: poissonSampler(mean)(random()),
					exposure: 500,
					isTrained
				};
			})
		).flat();
		const { ratio, interval, dispersion } = estimateTrainingEffect(rows)!;
		expect(ratio).toBeCloseTo(0.6, 1);
		expect(interval.low).toBeLessThan(0.6);
		expect(interval.high).toBeGreaterThan(0.6);
		expect(interval.high).toBeLessThan(0.75);
		expect(dispersion).toBeLessThan(1.3);
	});

	it('does not depend on the order of the rows or on agents without events', () => {
		const once = estimateTrainingEffect(staggered)!;
		const silent = rowsOf([
			['z', '1', 0, 50, false],
			['z', '2', 0, 50, true],
			['a', '9', 0, 100, true],
			['y', '1', 0, 0, false]
		]);
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...staggered, ...silent], { minLength: 16, maxLength: 16 }),
				(rows) => {
					const again = estimateTrainingEffect(rows)!;
					expect(again.ratio).toBeCloseTo(once.ratio, 6);
					expect(again.interval.high).toBeCloseTo(once.interval.high, 5);
					expect(again.rows).toBe(12);
					expect(again.dispersion).toBeGreaterThanOrEqual(1);
				}
			),
			{ numRuns: 20 }
		);
	});

	it('says nothing where the effect cannot be told from agents and periods', () => {
		expect(estimateTrainingEffect([])).toBeNull();
		expect(estimateTrainingEffect(staggered.map((row) => ({ ...row, isTrained: false })))).toBeNull();
		expect(
			estimateTrainingEffect(staggered.map((row) => ({ ...row, isTrained: row.period === '3' })))
		).toBeNull();
		expect(estimateTrainingEffect(staggered.filter(({ agent }) => agent === 'a'))).toBeNull();
		expect(() => estimateTrainingEffect([{ ...staggered[0]!, count: -1 }])).toThrow(RangeError);
		expect(() => estimateTrainingEffect(staggered, 1)).toThrow(RangeError);
	});
});
