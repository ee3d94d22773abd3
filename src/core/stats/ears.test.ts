import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectByEars } from './ears.ts';

const counts = fc.array(fc.nat(30), { maxLength: 40 });

describe('detectByEars', () => {
	it('says nothing before its baseline is full: 7 periods for C1, 9 for C2', () => {
		fc.assert(
			fc.property(counts, fc.constantFrom('C1' as const, 'C2' as const), (list, method) => {
				const first = method === 'C1' ? 7 : 9;
				detectByEars(list, { method }).forEach(({ threshold, isAlarm }, index) => {
					expect(threshold === null).toBe(index < first);
					expect(isAlarm).toBe(threshold !== null && list[index]! > threshold);
				});
			})
		);
	});

	it('C2 is C1 of two periods before', () => {
		fc.assert(
			fc.property(counts, (list) => {
				const [c1, c2] = [detectByEars(list), detectByEars(list, { method: 'C2' })];
				expect(c2.slice(2).map(({ threshold }) => threshold)).toEqual(
					c1.slice(0, Math.max(0, c1.length - 2)).map(({ threshold }) => threshold)
				);
			})
		);
	});

	it('C2 still sees the third week of a rise that C1 has got used to', () => {
		const rising = [3, 2, 4, 3, 2, 4, 3, 3, 2, 12, 13, 12];
		expect(detectByEars(rising).at(-1)!.isAlarm).toBe(false);
		expect(detectByEars(rising, { method: 'C2' }).at(-1)!.isAlarm).toBe(true);
	});

	it('takes any rise after equal counts for an alarm, unless a floor says otherwise', () => {
		const equal = [2, 2, 2, 2, 2, 2, 2, 3];
		expect(detectByEars(equal).at(-1)).toEqual({ expected: 2, threshold: 2, isAlarm: true });
		expect(detectByEars(equal, { minSigma: 1 }).at(-1)!.isAlarm).toBe(false);
		expect(detectByEars([])).toEqual([]);
	});

	it('refuses a baseline of two and a negative count', () => {
		expect(() => detectByEars([1], { baseline: 2 })).toThrow(RangeError);
		expect(() => detectByEars([-1])).toThrow(RangeError);
		expect(() => detectByEars([1], { alpha: 0 })).toThrow(RangeError);
	});
});
