import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garwoodInterval } from './garwood.ts';
import { measureSeverity } from './severity-index.ts';

const weights = [1, 3, 10, 30];
const levelsOf = (counts: readonly number[]) =>
	counts.map((count, index) => ({ weight: weights[index]!, count }));

describe('measureSeverity', () => {
	it('adds up weights per thousand contacts', () => {
		expect(measureSeverity(levelsOf([10, 5, 2, 1]), 4000)!.value).toBeCloseTo((10 + 15 + 20 + 30) / 4, 12);
	});

	it('comes close to Garwood where all weigh the same', () => {
		const { interval } = measureSeverity([{ weight: 1, count: 100 }], 1000, { replicates: 5000 })!;
		const exact = garwoodInterval(100, 1000);
		expect(Math.abs(interval.low / (1000 * exact.low) - 1)).toBeLessThan(0.05);
		expect(Math.abs(interval.high / (1000 * exact.high) - 1)).toBeLessThan(0.05);
	});

	it('holds its value, and is the same for the same seed', () => {
		const counts = fc.array(fc.nat(60), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 10_000 }), (list, exposure) => {
				const once = measureSeverity(levelsOf(list), exposure, { replicates: 500 })!;
				expect(once).toEqual(measureSeverity(levelsOf(list), exposure, { replicates: 500 }));
				expect(once.interval.low).toBeLessThanOrEqual(once.value);
				expect(once.interval.high).toBeGreaterThanOrEqual(once.value);
			}),
			{ numRuns: 40 }
		);
	});

	it('is wider where few heavy complaints make it up than where many light ones do', () => {
		const width = (counts: readonly number[]) => {
			const { low, high } = measureSeverity(levelsOf(counts), 1000)!.interval;
			return high - low;
		};
		expect(width([0, 0, 0, 2])).toBeGreaterThan(2 * width([60, 0, 0, 0]));
	});

	it('is not sure of nothing, and says nothing without exposure', () => {
		expect(measureSeverity(levelsOf([0, 0, 0, 0]), 1000)).toEqual({
			value: 0,
			interval: { low: 0, high: 30 * 1000 * garwoodInterval(0, 1000).high }
		});
		expect(measureSeverity(levelsOf([1, 0, 0, 0]), 0)).toBeNull();
		expect(() => measureSeverity(levelsOf([-1, 0, 0, 0]), 10)).toThrow(RangeError);
	});
});
