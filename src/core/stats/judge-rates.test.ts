import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRates } from './judge-rates.ts';

const pair = (id: string, before: number, now: number) => ({
	id,
	before: { count: before, exposure: 2 },
	now: { count: now, exposure: 1 }
});

describe('judgeRates', () => {
	it('says which rates changed, and which are too few to say', () => {
		const verdicts = judgeRates([
			pair('risen', 20, 40),
			pair('fallen to none', 60, 0),
			pair('as it was', 20, 12),
			pair('rare', 1, 3)
		]);
		expect(Object.fromEntries(verdicts)).toEqual({
			risen: 'more',
			'fallen to none': 'fewer',
			'as it was': 'same',
			rare: 'too-few'
		});
	});

	it('allows for the number of rates tested, rare ones not among them', () => {
		const borderline = pair('borderline', 20, 22);
		const many = (before: number, now: number) =>
			Array.from({ length: 20 }, (_, index) => pair(`other-${index}`, before, now));
		expect(judgeRates([borderline]).get('borderline')).toBe('more');
		expect(judgeRates([borderline, ...many(20, 11)]).get('borderline')).toBe('same');
		expect(judgeRates([borderline, ...many(1, 1)]).get('borderline')).toBe('more');
	});

	it('seldom calls a change where there is none', () => {
		const total = fc.integer({ min: 30, max: 300 });
		fc.assert(
			fc.property(fc.array(total, { minLength: 1, maxLength: 30 }), (counts) => {
				const same = counts.map((count, index) => pair(String(index), 2 * count, count));
				expect([...judgeRates(same).values()].every((verdict) => verdict === 'same')).toBe(true);
			})
		);
	});
});
