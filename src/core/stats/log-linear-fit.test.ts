import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogLinear } from './log-linear-fit.ts';

describe('fitLogLinear', () => {
	it("gives the coefficients of R's first example of glm (Dobson 1990)", () => {
		const counts = [18, 17, 15, 20, 10, 20, 25, 13, 12];
		const design = counts.map((_, row) => {
			const [outcome, treatment] = [row % 3, Math.floor(row / 3)];
			return [
				1,
				Number(outcome === 1),
				Number(outcome === 2),
				Number(treatment === 1),
				Number(treatment === 2)
			];
		});
		const fit = fitLogLinear(design, counts)!;
		const printed = [3.045, -0.4543, -0.293, 0, 0];
		const errors = [0.1709, 0.2022, 0.1927, 0.2, 0.2];
		printed.forEach((value, index) => {
			expect(fit.coefficients[index]).toBeCloseTo(value, 3);
			expect(Math.sqrt(fit.covariance[index]![index]!)).toBeCloseTo(errors[index]!, 3);
		});
		expect(fit.degreesOfFreedom).toBe(4);
	});

	const row = fc.record({ count: fc.nat(60), exposure: fc.integer({ min: 1, max: 500 }) });
	const rows = fc
		.array(row, { minLength: 3, maxLength: 25 })
		.filter((list) => list.some(({ count }) => count > 0));

	it('fits a constant to the pooled rate, with leverages that add up to the coefficients', () => {
		fc.assert(
			fc.property(rows, (list) => {
				const counts = list.map(({ count }) => count);
				const exposures = list.map(({ exposure }) => exposure);
				const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
				const fit = fitLogLinear(
					list.map(() => [1]),
					counts,
					{ exposures }
				);
				if (fit === null) return;
				expect(Math.exp(fit.coefficients[0]!) / (total(counts) / total(exposures))).toBeCloseTo(1, 4);
				expect(total([...fit.leverages])).toBeCloseTo(1, 9);
			})
		);
	});

	it('takes a weight of 2 for a row that is there twice', () => {
		const design = [
			[1, 0],
			[1, 1],
			[1, 2],
			[1, 3]
		];
		const weighted = fitLogLinear(design, [3, 5, 4, 9], { weights: [1, 1, 1, 2] })!;
		const doubled = fitLogLinear([...design, [1, 3]], [3, 5, 4, 9, 9])!;
		expect(weighted.coefficients[1]).toBeCloseTo(doubled.coefficients[1]!, 9);
	});

	it('has no answer where columns say the same, and refuses what does not fit together', () => {
		expect(
			fitLogLinear(
				[
					[1, 2],
					[1, 2],
					[1, 2]
				],
				[1, 2, 3]
			)
		).toBeNull();
		expect(fitLogLinear([[1]], [4])!.dispersion).toBeNaN();
		expect(() => fitLogLinear([[1]], [1, 2])).toThrow(RangeError);
		expect(() => fitLogLinear([[1]], [-1])).toThrow(RangeError);
		expect(() => fitLogLinear([[1]], [1], { exposures: [0] })).toThrow(RangeError);
	});
});
