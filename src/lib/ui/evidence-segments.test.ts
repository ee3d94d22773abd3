import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from './evidence-segments.ts';

describe('segmentText', () => {
	test('spans that overlap become neighbours that share marks', () => {
		const segments = segmentText('they rang my mother at work', [
			[{ start: 5, end: 19 }],
			[{ start: 13, end: 27 }]
		]);
		expect(segments).toEqual([
			{ text: 'they ', marks: [], ending: [] },
			{ text: 'rang my ', marks: [0], ending: [] },
			{ text: 'mother', marks: [0, 1], ending: [0] },
			{ text: ' at work', marks: [1], ending: [1] }
		]);
	});

	test('a span inside another ends first', () => {
		expect(segmentText('威胁我家人', [[{ start: 0, end: 5 }], [{ start: 2, end: 3 }]])).toEqual([
			{ text: '威胁', marks: [0], ending: [] },
			{ text: '我', marks: [0, 1], ending: [1] },
			{ text: '家人', marks: [0], ending: [0] }
		]);
	});

	test('spans outside the text or without length mark nothing', () => {
		const spans = [
			{ start: 9, end: 12 },
			{ start: 1, end: 1 },
			{ start: 3, end: 2 }
		];
		expect(segmentText('abc', [spans])).toEqual([{ text: 'abc', marks: [], ending: [] }]);
		expect(segmentText('', [[{ start: 0, end: 4 }]])).toEqual([]);
	});

	test('loses no character and marks exactly what the spans cover', () => {
		const span = fc
			.tuple(fc.nat(30), fc.nat(30))
			.map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
		fc.assert(
			fc.property(
				fc.string({ maxLength: 24 }),
				fc.array(fc.array(span, { maxLength: 4 }), { maxLength: 4 }),
				(text, marks) => {
					const segments = segmentText(text, marks);
					expect(segments.map((segment) => segment.text).join('')).toBe(text);
					const perCharacter = segments.flatMap((segment) =>
						[...segment.text.split('')].map(() => segment.marks)
					);
					const expected = text
						.split('')
						.map((_, place) =>
							marks.flatMap((spans, mark) =>
								spans.some(({ start, end }) => start <= place && place < end) ? [mark] : []
							)
						);
					expect(perCharacter).toEqual(expected);
				}
			)
		);
	});
});
