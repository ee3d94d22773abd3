import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garwoodInterval } from './garwood.ts';

describe('garwoodInterval', () => {
	it('holds the rate, and narrows as the exposure grows at the same rate', () => {
		fc.assert(
			fc.property(fc.nat(5000), fc.integer({ min: 1, max: 1_000_000 }), (count, exposure) => {
				const once = garwoodInterval(count, exposure);
				const twice = garwoodInterval(2 * count, 2 * exposure);
				expect(once.low).toBeLessThanOrEqual(count / exposure);
				expect(once.high).toBeGreaterThan(count / exposure);
				expect(twice.high - twice.low).toBeLessThan(once.high - once.low);
			})
		);
	});

	it('knows nothing without exposure, and refuses what is not a count', () => {
		expect(garwoodInterval(0, 0)).toEqual({ low: 0, high: Infinity });
		expect(() => garwoodInterval(-1, 10)).toThrow(RangeError);
		expect(() => garwoodInterval(Number.NaN, 10)).toThrow(RangeError);
	});

	it('is wider at a higher level', () => {
		const [inner, outer] = [garwoodInterval(20, 100, 0.95), garwoodInterval(20, 100, 0.998)];
		expect(outer.low).toBeLessThan(inner.low);
		expect(outer.high).toBeGreaterThan(inner.high);
	});
});
