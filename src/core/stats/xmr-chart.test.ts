import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildXmrChart } from './xmr-chart.ts';

describe('buildXmrChart', () => {
	it('moves with the values, and widens as they do', () => {
		const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });
		fc.assert(
			fc.property(
				values,
				fc.integer({ min: -50, max: 50 }),
				fc.integer({ min: 1, max: 9 }),
				(list, shift, scale) => {
					const chart = buildXmrChart(list);
					const moved = buildXmrChart(list.map((value) => value * scale + shift));
					expect(moved.center).toBeCloseTo(chart.center * scale + shift, 6);
					expect(moved.meanRange).toBeCloseTo(chart.meanRange! * scale, 6);
					expect(moved.points[0]!.high).toBeCloseTo(chart.points[0]!.high! * scale + shift, 6);
				}
			)
		);
	});

	it('is not widened by one jump when screened', () => {
		const values = [10, 11, 10, 9, 10, 11, 10, 40, 10, 11, 9, 10];
		const [plain, screened] = [buildXmrChart(values), buildXmrChart(values, { isScreened: true })];
		expect(screened.meanRange!).toBeLessThan(plain.meanRange! / 3);
		expect(screened.points[7]!.isOutside).toBe(true);
	});

	it('has no limits of one value, and none outside where all are equal', () => {
		expect(buildXmrChart([4])).toEqual({
			center: 4,
			meanRange: null,
			rangeLimit: null,
			points: [{ value: 4, low: null, high: null, isOutside: false }]
		});
		expect(buildXmrChart([0.1, 0.1, 0.1]).points.some(({ isOutside }) => isOutside)).toBe(false);
		expect(() => buildXmrChart([])).toThrow(RangeError);
		expect(() => buildXmrChart([1, NaN])).toThrow(RangeError);
	});
});
