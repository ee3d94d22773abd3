import { describe, expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';
import { funnelChart } from './funnel-chart.ts';
import { thinTicks } from './period-axis.ts';
import { rateChart } from './rate-chart.ts';
import {
	aRatePoint,
	barInput,
	funnelInput,
	rateInput,
	sampleCharts,
	sampleWords,
	trendInput
} from './sample-charts.ts';
import { sparkline } from './sparkline.ts';
import type { ChartSpec, Datum } from './spec.ts';
import { roundedAxis } from './theme.ts';
import { trendChart } from './trend-chart.ts';

interface DrawnSeries {
	readonly name?: string;
	readonly stack?: string;
	readonly silent?: boolean;
	readonly data: readonly (Datum<unknown> | number | null)[];
	readonly markLine?: { readonly data: readonly unknown[] };
}
function seriesOf({ option }: Pick<ChartSpec, 'option'>): readonly DrawnSeries[] {
	return [option.series ?? []].flat() as unknown as readonly DrawnSeries[];
}
/** The data of the series a pointer can reach. */
function marksOf(spec: Pick<ChartSpec, 'option'>): readonly Datum<unknown>[] {
	return seriesOf(spec)
		.filter(({ silent }) => !silent)
		.flatMap(({ data }) => data as readonly Datum<unknown>[]);
}
function column({ table }: ChartSpec, label: string) {
	const place = table.columns.findIndex((one) => one.label === label);
	return table.rows.map((row) => row[place]);
}

describe.each(Object.entries(sampleCharts()))('%s', (_name, spec) => {
	test('is plain data: JSON gives it back as it was', () => {
		expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
	});

	test('links every mark to its feedback and says what it stands for', () => {
		const marks = marksOf(spec);
		expect(marks.length).toBeGreaterThan(2);
		for (const mark of marks) {
			expect(mark.href).toMatch(/^\/feedback\?/);
			expect(mark.hint?.title).toBeTruthy();
			expect(mark.hint?.rows.length).toBeGreaterThan(0);
		}
	});

	test('links every row of its table too', () => {
		const hrefs = spec.table.rows.map((row) => row.find(({ href }) => href)?.href);
		expect(hrefs.length).toBeGreaterThan(2);
		expect(hrefs).not.toContain(undefined);
		expect(spec.table.rows.every((row) => row.length === spec.table.columns.length)).toBe(true);
	});

	test('has no colour of its own: only variables of the scheme', () => {
		const colours =
			JSON.stringify(spec.option).match(/"(?:color|borderColor|backgroundColor)":"[^"]+"/g) ?? [];
		expect(colours.length).toBeGreaterThan(3);
		expect(colours.filter((colour) => !/"(var\(--[a-z0-9-]+\)|transparent)"$/.test(colour))).toEqual([]);
	});
});

describe('trendChart', () => {
	const spec = sampleCharts().trend;

	test('keeps five series by name and the rest as one, so that nothing is lost', () => {
		expect(seriesOf(spec).map(({ name }) => name)).toEqual([
			'Theme 0',
			'Theme 1',
			'Theme 2',
			'Theme 3',
			'Theme 4',
			'4 others'
		]);
		const drawn = marksOf(spec).reduce((sum, { value }) => sum + Number(value), 0);
		const given = trendInput.series.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
		expect(drawn).toBe(given);
		expect(column(spec, 'total').map((cell) => cell?.number)).toEqual([450, 360, 44]);
	});

	test('links the others to all of their themes', () => {
		expect(seriesOf(spec)[5]?.data[0]).toMatchObject({
			value: 100,
			href: '/feedback?period=2026-08&theme=theme-5&theme=theme-6&theme=theme-7&theme=theme-8'
		});
	});

	test('six series need no others', () => {
		const six = trendChart({ ...trendInput, series: trendInput.series.slice(0, 6) }, sampleWords, 'en');
		expect(seriesOf(six).map(({ name }) => name)).toContain('Theme 5');
		expect(seriesOf(six)).toHaveLength(6);
	});

	test('a caller’s own “others” stand last, however large', () => {
		const others = { id: 'rest', label: 'All the rest', counts: [900, 900, 900], isOther: true };
		const spec = trendChart(
			{ ...trendInput, series: [others, ...trendInput.series.slice(0, 5)] },
			sampleWords,
			'en'
		);
		expect(
			seriesOf(spec)
				.map(({ name }) => name)
				.at(-1)
		).toBe('All the rest');
		expect(spec.legend.find(({ label }) => label === 'All the rest')?.shape).toBe('outline');
	});

	test('draws an incomplete period hollow and says so in hint, legend and table', () => {
		const [, september, october] = seriesOf(spec)[0]?.data as Datum[];
		expect(september?.itemStyle).toBeUndefined();
		expect(october?.itemStyle).toMatchObject({ color: 'var(--card)' });
		expect(october?.hint?.title).toBe('Oct 2026 · not complete · total 44');
		expect(spec.legend.map(({ label }) => label)).toContain('not complete');
		expect(column(spec, 'Period').map((cell) => cell?.text)).toEqual([
			'Aug 2026',
			'Sep 2026',
			'Oct 2026 · not complete'
		]);
	});

	test('without any feedback there are no series and a table of zeros', () => {
		const empty = trendChart({ ...trendInput, series: [] }, sampleWords, 'en');
		expect(seriesOf(empty)).toEqual([]);
		expect(column(empty, 'total').map((cell) => cell?.number)).toEqual([0, 0, 0]);
	});
});

describe('rateChart', () => {
	const spec = sampleCharts().rate;
	const [missing, outside, few, incomplete] = marksOf(spec);

	test('a period without denominator is a gap, not a zero', () => {
		expect(missing?.value).toBeNull();
		expect(missing?.hint?.rows[0]).toEqual(['per 1,000 contacts', 'no data']);
	});

	test('outside its limits a point is a red diamond; hollow points judge nothing', () => {
		expect(outside).toMatchObject({ symbol: 'diamond', itemStyle: { color: 'var(--bad)' } });
		expect(few).toMatchObject({ symbol: 'circle', itemStyle: { color: 'var(--card)' } });
		expect(incomplete).toMatchObject({ itemStyle: { color: 'var(--card)' } });
		const doubtful = rateChart(
			{ ...rateInput, points: [aRatePoint({ isOutside: true, isTooFew: true })] },
			sampleWords,
			'en'
		);
		expect(marksOf(doubtful)[0]).toMatchObject({ symbol: 'circle' });
		expect(JSON.stringify(doubtful)).not.toContain('outside');
	});

	test('the band is the limits, with a gap where there are none', () => {
		const [low, width] = seriesOf(spec);
		expect(low?.data).toEqual([2, 2, 2, null]);
		expect(width?.data).toEqual([3, 3, 3, null]);
	});

	test('without limits there is no band and no word of it', () => {
		const points = rateInput.points.map((point) => ({ ...point, limits: null }));
		const plain = rateChart({ ...rateInput, center: null, points }, sampleWords, 'en');
		expect(seriesOf(plain)).toHaveLength(1);
		expect(plain.legend.map(({ label }) => label)).not.toContain('natural variation');
	});

	test('the axis reaches over the highest interval, and each interval is drawn', () => {
		expect(spec.option.yAxis).toMatchObject({ min: 0, max: 8 });
		const lines = seriesOf(spec).at(-1)?.markLine?.data;
		expect(lines).toContainEqual([{ coord: [1, 4.7] }, { coord: [1, 7.3] }]);
		expect(lines).toHaveLength(1 + 3);
	});
});

describe('barChart', () => {
	test('writes values in a column and keeps the exact ones for download', () => {
		const spec = barChart(barInput, sampleWords, 'en');
		expect(spec.option.yAxis).toMatchObject([
			{ data: ['Phone', 'SMS', 'Letter'] },
			{ data: ['6.3', '1.5', '–'] }
		]);
		expect(column(spec, 'per 1,000 contacts').map((cell) => cell?.number)).toEqual([6.25, 1.5, null]);
	});

	test('too few to say is hollow', () => {
		expect(marksOf(barChart(barInput, sampleWords, 'en'))[1]).toMatchObject({
			itemStyle: { color: 'var(--card)' }
		});
	});

	test('is as high as it has bars', () => {
		const height = (count: number) =>
			barChart({ ...barInput, bars: barInput.bars.slice(0, count) }, sampleWords, 'en').height;
		expect(height(3)).toBeGreaterThan(height(1));
	});
});

describe('funnelChart', () => {
	test('names only units outside the limits, and red is only for too many', () => {
		const labels = marksOf(funnelChart(funnelInput, sampleWords, 'en')).map((mark) => ({
			name: mark.name,
			isNamed: (mark.label as { show: boolean }).show,
			colour: (mark.itemStyle as { borderColor: string }).borderColor
		}));
		expect(labels).toEqual([
			{ name: 'North 1', isNamed: false, colour: 'var(--muted)' },
			{ name: 'South 2', isNamed: true, colour: 'var(--bad)' },
			{ name: 'West <3>', isNamed: true, colour: 'var(--good)' },
			{ name: 'East 4', isNamed: false, colour: 'var(--muted)' }
		]);
	});

	test('a unit that got nothing is at 0, not away', () => {
		expect(marksOf(funnelChart(funnelInput, sampleWords, 'en'))[3]?.value).toEqual([2, 0]);
	});
});

describe('sparkline', () => {
	const box = { width: 106, height: 26 };

	test('starts at 0, breaks where a value is missing, and ends at the last one', () => {
		expect(sparkline([0, 2, null, 3, 4, 2], box)).toEqual({
			path: 'M3 23L23 13M63 8L83 3L103 13',
			last: { x: 103, y: 13 }
		});
	});

	test('has no last value where the last is missing, and draws nothing of nothing', () => {
		expect(sparkline([1, null], box).last).toBeNull();
		expect(sparkline([], box)).toEqual({ path: '', last: null });
		expect(sparkline([0, 0], box).path).toBe('M3 23L103 23');
	});
});

describe('axes', () => {
	test('labels are thinned up to the last one, with the year where it changes', () => {
		const keys = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'];
		expect(thinTicks(keys, 'en', 4)).toEqual(['Oct\n2025', '', 'Dec', '', 'Feb\n2026', '', 'Apr']);
		expect(thinTicks(['2025', '2026'], 'en', 4)).toEqual(['2025', '2026']);
		expect(thinTicks([], 'en', 4)).toEqual([]);
	});

	test.each([
		[0, 1],
		[0.37, 0.4],
		[4, 4],
		[7.3, 8],
		[1010, 1500],
		[2.01, 3]
	])('an axis up to %s ends at %s', (most, max) => {
		expect(roundedAxis(most)).toMatchObject({ min: 0, max: expect.closeTo(max, 10) });
	});
});
