import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstMark, marksOf, moveMark, type MarkKey } from './marks.ts';
import { sampleCharts } from './sample-charts.ts';

const charts = sampleCharts();

describe.each(Object.entries(charts))('%s', (_name, spec) => {
	const marks = marksOf(spec);

	test('its marks lead where its table does', () => {
		const links = spec.table.rows.flat().flatMap(({ href }) => href ?? []);
		expect(marks.length).toBeGreaterThan(2);
		expect(new Set(marks.map(({ href }) => href))).toEqual(new Set(links));
	});

	test('every mark is reached from the first by keys, and no key leaves the chart', () => {
		const keys: MarkKey[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
		const reached = new Set([firstMark(marks)]);
		for (const at of reached) for (const key of keys) reached.add(moveMark(marks, at, key));
		expect(reached.size).toBe(marks.length);
		fc.assert(
			fc.property(fc.nat(marks.length - 1), fc.constantFrom(...keys), (at, key) => {
				expect(marks[moveMark(marks, at, key)]).toBeDefined();
			})
		);
	});
});

test('a mark says in one line what its tooltip says', () => {
	const [mark] = marksOf(charts.bar);
	expect(mark?.text).toBe('Phone, per 1,000 contacts 6.3, received 250 / 40,000, 95 % interval 5.5–7.1');
});

test('the keyboard comes in at the newest period; left goes back in time, up to the next series', () => {
	const marks = marksOf(charts.trend);
	const start = firstMark(marks);
	expect(marks[start]).toMatchObject({ series: 0, place: 2 });
	expect(marks[moveMark(marks, start, 'ArrowLeft')]).toMatchObject({ series: 0, place: 1 });
	expect(marks[moveMark(marks, start, 'ArrowUp')]).toMatchObject({ series: 1, place: 2 });
	expect(moveMark(marks, start, 'ArrowDown')).toBe(start);
});
