import { expect, test } from 'vitest';
import { annotationMarks } from './annotation-marks.ts';
import { rateChart } from './rate-chart.ts';
import { rateInput, sampleWords, trendInput } from './sample-charts.ts';
import { trendChart } from './trend-chart.ts';

const keys = ['2026-08', '2026-09', '2026-10'];
const on = (fromOn: string, toOn: string) => ({ fromOn, toOn });

function placed(annotations: Parameters<typeof annotationMarks>[1]) {
	return annotationMarks(keys, annotations)
		.flatMap(({ markLine }) => markLine.data)
		.map(({ xAxis, label }) => [xAxis, label.formatter]);
}

test('an event is marked in the period it began in, with its number in the list', () => {
	expect(
		placed([on('2026-08-31', '2026-09-01'), on('2026-10-01', '2026-10-02'), on('2026-10-31', '2026-11-05')])
	).toEqual([
		[0, '1'],
		[2, '2, 3']
	]);
});

test('an event that goes on from before is marked at the start; one outside is not, and changes no number', () => {
	expect(
		placed([on('2026-01-01', '2026-09-10'), on('2026-11-01', '2026-11-02'), on('2026-09-01', '2026-09-02')])
	).toEqual([
		[0, '1'],
		[1, '3']
	]);
	expect(annotationMarks(keys, [on('2026-07-01', '2026-08-01')])).toEqual([]);
});

test('charts over time draw the marks and stay plain data without marks of their own', () => {
	const annotations = [on('2026-09-10', '2026-09-11')];
	for (const [with_, without] of [
		[
			trendChart({ ...trendInput, annotations }, sampleWords, 'en'),
			trendChart(trendInput, sampleWords, 'en')
		],
		[rateChart({ ...rateInput, annotations }, sampleWords, 'en'), rateChart(rateInput, sampleWords, 'en')]
	] as const) {
		const count = (spec: typeof with_) => [spec.option.series ?? []].flat().length;
		expect(count(with_)).toBe(count(without) + 1);
		expect(JSON.parse(JSON.stringify(with_))).toEqual(with_);
		expect(with_.table).toEqual(without.table);
	}
});
