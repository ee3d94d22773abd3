import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRunRules, type RunRule } from './run-rules.ts';

/** Centre 0, limits at ±3: near the limit is beyond ±2. */
const pointsOf = (values: readonly (number | null)[]) =>
	values.map((value) => ({
		value,
		low: value === null ? null : -3,
		high: value === null ? null : 3,
		isOutside: value !== null && Math.abs(value) > 3
	}));
const placesOf = (rule: RunRule, values: readonly (number | null)[]) =>
	applyRunRules(pointsOf(values), 0).flatMap((rules, index) => (rules.has(rule) ? [index] : []));

describe('applyRunRules', () => {
	it('marks points outside', () => {
		expect(placesOf('outside', [0, 3, 3.1, -4])).toEqual([2, 3]);
	});

	it('marks seven on one side, all of them, and not six', () => {
		expect(placesOf('shift', [-1, 1, 2, 1, 2, 1, 2, 1, -1])).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(placesOf('shift', [-1, 1, 2, 1, 2, 1, 2, -1])).toEqual([]);
	});

	it('ends a run at the centre and at a gap', () => {
		expect(placesOf('shift', [1, 1, 1, 0, 1, 1, 1, 1])).toEqual([]);
		expect(placesOf('shift', [1, 1, 1, null, 1, 1, 1, 1])).toEqual([]);
		expect(placesOf('trend', [0, 0.1, 0.2, null, 0.3, 0.4, 0.5, 0.6])).toEqual([]);
	});

	it('marks seven in a row that rise or fall, and none where two are equal', () => {
		expect(placesOf('trend', [2, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0])).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(placesOf('trend', [0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0])).toHaveLength(7);
		expect(placesOf('trend', [0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5])).toEqual([]);
	});

	it('marks two of three near the same limit, the third on that side', () => {
		expect(placesOf('two-of-three', [2.5, 1, 2.5])).toEqual([0, 2]);
		expect(placesOf('two-of-three', [2.5, -1, 2.5])).toEqual([]);
		expect(placesOf('two-of-three', [2.5, 0, 2.5])).toEqual([]);
		expect(placesOf('two-of-three', [2.5, -2.5, -1])).toEqual([]);
		expect(placesOf('two-of-three', [1, 2.5, 2.5, 1])).toEqual([1, 2]);
		expect(placesOf('two-of-three', [2.5, 3.5, 1])).toEqual([]);
	});

	it('sees the same in a mirror', () => {
		const values = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 });
		fc.assert(
			fc.property(values, (list) => {
				const mirrored = list.map((value) => -value);
				expect(applyRunRules(pointsOf(mirrored), 0)).toEqual(applyRunRules(pointsOf(list), 0));
			})
		);
	});

	it('measures nearness by the limit that is not cut', () => {
		const point = (value: number) => ({ value, low: 0, high: 4, isOutside: false });
		const rules = applyRunRules([point(0.1), point(0.1), point(0.1), point(3.5), point(3.5), point(3.5)], 1);
		expect(rules.map((found) => found.has('two-of-three'))).toEqual([false, false, false, true, true, true]);
		expect(() => applyRunRules([], NaN)).toThrow(RangeError);
	});
});
