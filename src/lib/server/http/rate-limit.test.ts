import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit, readRate } from './rate-limit.ts';

test('no stretch of time lets more through than the burst and what the rate adds to it', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }),
			fc.integer({ min: 1, max: 20 }),
			fc.integer({ min: 1, max: 10 }),
			(waits, perSecond, burst) => {
				let at = 0;
				const take = createRateLimit({ perSecond, burst }, () => at);
				const passed: number[] = [];
				for (const wait of waits) {
					at += wait;
					if (take(1) === 0) passed.push(at);
				}
				passed.forEach((from, first) =>
					passed.slice(first).forEach((to, further) => {
						expect(further + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * perSecond + 1e-6);
					})
				);
			}
		)
	);
});

test('who waits as long as told gets through, and keys do not share', () => {
	let at = 0;
	const take = createRateLimit({ perSecond: 2, burst: 1 }, () => at);
	expect(take(1)).toBe(0);
	expect(take(2)).toBe(0);
	const seconds = take(1);
	expect(seconds).toBeCloseTo(0.5);
	at += seconds * 1000;
	expect(take(1)).toBe(0);
});

test('the rate is read from one setting, and nonsense is refused', () => {
	expect(readRate(undefined)).toEqual({ perSecond: 10, burst: 40 });
	expect(readRate('5')).toEqual({ perSecond: 5, burst: 20 });
	expect(readRate('0.5,3')).toEqual({ perSecond: 0.5, burst: 3 });
	for (const text of ['0', '-1', 'fast', '5,0']) expect(() => readRate(text)).toThrow(/EARSHOT_API_RATE/);
});
