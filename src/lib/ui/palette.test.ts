import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepTo } from './palette.ts';

test('steps come back to where they began after once around, in either direction', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 30 }),
			fc.nat(),
			fc.constantFrom(1 as const, -1 as const),
			(count, at, step) => {
				const start = at % count;
				const walked = Array.from({ length: count }).reduce<number[]>(
					(places) => [...places, stepTo(places.at(-1) ?? start, step, count)],
					[]
				);
				expect(walked.at(-1)).toBe(start);
				expect(new Set(walked).size).toBe(count);
			}
		)
	);
});

test('from nothing, down is the first and up the last; of no items there is none', () => {
	expect(stepTo(-1, 1, 3)).toBe(0);
	expect(stepTo(-1, -1, 3)).toBe(2);
	expect(stepTo(0, 1, 0)).toBe(-1);
});
