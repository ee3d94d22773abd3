import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, poissonSampler } from './seeded-random.ts';

describe('createRandom', () => {
	it('repeats itself for a seed, and spreads evenly', () => {
		const draw = (seed: number) => {
			const random = createRandom(seed);
			return Array.from({ length: 20_000 }, random);
		};
		expect(draw(5)).toEqual(draw(5));
		expect(draw(5)).not.toEqual(draw(6));
		const tenths = new Array<number>(10).fill(0);
		for (const value of draw(5)) tenths[Math.floor(value * 10)]!++;
		for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
	});
});

describe('poissonSampler', () => {
	it.each([0.2, 3, 40, 2500])('has mean and variance %d', (mean) => {
		const [random, sample] = [createRandom(1), poissonSampler(mean)];
		const counts = Array.from({ length: 20_000 }, () => sample(random()));
		const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
		const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length;
		expect(Math.abs(average / mean - 1)).toBeLessThan(0.05);
		expect(Math.abs(variance / mean - 1)).toBeLessThan(0.06);
	});

	it('is the inverse of the distribution function', () => {
		const sample = poissonSampler(1);
		expect([0, 0.3678, 0.3679, 0.7357, 0.7358, 0.9999998].map(sample)).toEqual([0, 0, 1, 1, 2, 9]);
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1e5, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
				(mean, uniform) => {
					const draw = poissonSampler(mean);
					expect(draw(uniform)).toBeGreaterThanOrEqual(draw(uniform / 2));
					expect(Number.isInteger(draw(uniform))).toBe(true);
				}
			),
			{ numRuns: 30 }
		);
		expect(poissonSampler(0)(0.99)).toBe(0);
		expect(() => poissonSampler(-1)).toThrow(RangeError);
	});
});
