import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseRuns } from './anhoej-rules.ts';

describe('analyseRuns', () => {
	it('leaves out values on the centre', () => {
		expect(analyseRuns([1, 0, 1, -1, 0, -1, 1], 0)).toEqual({
			useful: 5,
			longestRun: 2,
			longestRunLimit: 5,
			crossings: 2,
			fewestCrossings: 0,
			isSignal: false
		});
	});

	// The limits published for runs charts of 10, 15, 20, 24 and 60 useful values.
	it.each([
		[10, 6, 2],
		[15, 7, 4],
		[20, 7, 6],
		[24, 8, 8],
		[60, 9, 23]
	])('of %d values allows runs up to %d and asks for %d crossings', (count, longest, crossings) => {
		const result = analyseRuns(
			Array.from({ length: count }, (_, index) => (index % 2 ? 1 : -1)),
			0
		);
		expect(result).toMatchObject({ longestRunLimit: longest, fewestCrossings: crossings, isSignal: false });
	});

	it('signals a shift', () => {
		const shifted = Array.from({ length: 20 }, (_, index) => (index < 10 ? -1 : 1));
		expect(analyseRuns(shifted, 0)).toMatchObject({ longestRun: 10, crossings: 1, isSignal: true });
	});

	it('has a run for each crossing and one more', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(-1, 1), { minLength: 1, maxLength: 60 }), (sides) => {
				const { useful, longestRun, crossings } = analyseRuns(sides, 0)!;
				expect(useful).toBe(sides.length);
				expect(longestRun * (crossings + 1)).toBeGreaterThanOrEqual(useful);
				expect(longestRun + crossings).toBeLessThanOrEqual(useful);
			})
		);
	});

	it('says nothing of nothing', () => {
		expect(analyseRuns([], 0)).toBeNull();
		expect(analyseRuns([3, 3], 3)).toBeNull();
		expect(() => analyseRuns([NaN], 3)).toThrow(RangeError);
	});
});
