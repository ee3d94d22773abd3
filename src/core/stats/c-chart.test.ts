import { describe, expect, it } from 'vitest';
import { buildCChart } from './c-chart.ts';

describe('buildCChart', () => {
	it('takes its limits from the baseline, the low one at least 0', () => {
		const counts = [4, 5, 3, 4, 4, 5, 3, 20];
		const chart = buildCChart(counts.map((count, index) => ({ count, isBaseline: index < 7 })));
		expect(chart.center).toBeCloseTo(4, 12);
		expect(chart.points.at(-1)).toMatchObject({ value: 20, low: 0, high: 10, isOutside: true });
	});

	it('has no limits without baseline, and limits of 0 where nothing ever happened', () => {
		expect(buildCChart([{ count: 3, isBaseline: false }]).points[0]).toMatchObject({ low: null, high: null });
		const quiet = buildCChart([0, 0, 1].map((count, index) => ({ count, isBaseline: index < 2 })));
		expect(quiet.points.map(({ isOutside }) => isOutside)).toEqual([false, false, true]);
		expect(() => buildCChart([{ count: Infinity, isBaseline: true }])).toThrow(RangeError);
	});
});
