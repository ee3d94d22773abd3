import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLogOdds } from './log-odds.ts';

describe('compareLogOdds', () => {
	const share = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 1000 }));

	it('changes its sign when the sides are swapped, and pulls towards 0 with a stronger prior', () => {
		fc.assert(
			fc.property(share, share, ([now, more], [before, others]) => {
				const totals = { now: now + more, before: before + others, prior: 100 };
				const there = compareLogOdds({ now, before, prior: 10 }, totals);
				const back = compareLogOdds(
					{ now: before, before: now, prior: 10 },
					{ ...totals, now: totals.before, before: totals.now }
				);
				expect(back.z).toBeCloseTo(-there.z, 9);
				expect(there.variance).toBeGreaterThan(0);
				const strong = compareLogOdds({ now, before, prior: 1e7 }, { ...totals, prior: 1e8 });
				expect(Math.abs(strong.delta)).toBeLessThan(0.01);
			})
		);
	});

	it('is 0 for equal shares, and finite for a term never seen', () => {
		expect(compareLogOdds({ now: 10, before: 10, prior: 5 }, { now: 100, before: 100, prior: 50 }).z).toBe(0);
		const unseen = compareLogOdds({ now: 0, before: 0, prior: 1 }, { now: 100, before: 1000, prior: 50 });
		expect(Number.isFinite(unseen.z)).toBe(true);
	});

	it('refuses no prior, and a term that is all there is', () => {
		expect(() => compareLogOdds({ now: 1, before: 1, prior: 0 }, { now: 9, before: 9, prior: 9 })).toThrow(
			RangeError
		);
		expect(() => compareLogOdds({ now: 9, before: 1, prior: 9 }, { now: 9, before: 9, prior: 9 })).toThrow(
			RangeError
		);
		expect(() => compareLogOdds({ now: -1, before: 1, prior: 1 }, { now: 9, before: 9, prior: 9 })).toThrow(
			RangeError
		);
	});
});
