import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectByFarrington, improvedFarrington } from './farrington.ts';

/** Five years of weeks and the window before them, around a level, a little restless, and the newest count. */
const seriesOf = (level: number, newest: number) => [
	...Array.from({ length: 263 }, (_, week) => Math.max(0, Math.round(level + 2 * Math.sin(week * 1.7)))),
	newest
];

describe('detectByFarrington', () => {
	it('raises an alarm above the threshold only, and φ never falls below 1', () => {
		const counts = fc.array(fc.nat(40), { minLength: 264, maxLength: 264 });
		fc.assert(
			fc.property(counts, fc.constantFrom('power' as const, 'plug-in' as const), (list, threshold) => {
				const result = detectByFarrington(list, 263, { threshold });
				if (result === null) return;
				expect(result.dispersion).toBeGreaterThanOrEqual(1);
				expect(result.reference).toBe(35);
				expect(result.isAlarm).toBe(result.threshold !== null && list[263]! > result.threshold);
				if (threshold === 'power' && result.threshold !== null)
					expect(result.threshold).toBeGreaterThanOrEqual(result.expected);
			}),
			{ numRuns: 40 }
		);
	});

	it('sees an outbreak, not the usual', () => {
		expect(detectByFarrington(seriesOf(10, 30), 263)).toMatchObject({ isAlarm: true, hasTrend: false });
		expect(detectByFarrington(seriesOf(10, 12), 263)!.isAlarm).toBe(false);
	});

	it('does not let a past outbreak hide the next one', () => {
		const series = seriesOf(10, 40);
		for (const week of [106, 107]) series[week] = 90;
		const weighted = detectByFarrington(series, 263)!;
		const plain = detectByFarrington(series, 263, { isReweighted: false })!;
		expect(weighted.threshold!).toBeLessThan(0.7 * plain.threshold!);
		expect(plain.isAlarm).toBe(false);
		expect(weighted.isAlarm).toBe(true);
	});

	it('keeps a trend that leads down, drops one that leads beyond what was ever seen', () => {
		const falling = Array.from({ length: 264 }, (_, week) => Math.round(80 - week / 4 + 3 * Math.sin(week)));
		const rising = falling.toReversed();
		expect(detectByFarrington(falling, 263)!.hasTrend).toBe(true);
		expect(detectByFarrington(rising, 263)!.hasTrend).toBe(false);
		expect(detectByFarrington(falling, 263, { years: 2 })!.hasTrend).toBe(false);
		expect(detectByFarrington(falling, 263, { hasTrend: false })!.hasTrend).toBe(false);
	});

	it('compares rates where exposures are given', () => {
		const counts = seriesOf(10, 20);
		const exposures = counts.map((_, week) => (week === 263 ? 2000 : 1000));
		expect(detectByFarrington(counts, 263)!.isAlarm).toBe(true);
		expect(detectByFarrington(counts, 263, { exposures })).toMatchObject({ isAlarm: false });
		expect(() => detectByFarrington(counts, 263, { exposures: counts.map(() => 0) })).toThrow(RangeError);
	});

	it('stays quiet with too few cases, also where none came in all the years', () => {
		const quiet = [...new Array<number>(263).fill(0), 4];
		expect(detectByFarrington(quiet, 263)).toMatchObject({ threshold: null, isAlarm: false });
		const loud = [...new Array<number>(263).fill(0), 6];
		const result = detectByFarrington(loud, 263)!;
		expect(result.expected).toBeCloseTo(0, 6);
		expect(result.isAlarm).toBe(true);
	});

	it('uses what history there is, and says nothing without', () => {
		expect(detectByFarrington(seriesOf(10, 30), 60)!.reference).toBe(7);
		expect(detectByFarrington(seriesOf(10, 30), 51)).toMatchObject({ reference: 3 });
		expect(detectByFarrington(seriesOf(10, 30), 50)).toBeNull();
		expect(detectByFarrington([1, 2, 3], 2)).toBeNull();
		expect(() => detectByFarrington([1, 2, 3], 3)).toThrow(RangeError);
		expect(() => detectByFarrington([1, -2, 3], 1)).toThrow(RangeError);
	});

	it('has the options of the improved method', () => {
		const result = detectByFarrington(seriesOf(10, 30), 263, improvedFarrington)!;
		expect(Number.isInteger(result.threshold)).toBe(true);
		expect(result.isAlarm).toBe(true);
	});
});
