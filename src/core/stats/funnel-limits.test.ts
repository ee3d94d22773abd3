import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLevels, funnelLimits, funnelVerdict } from './funnel-limits.ts';
import vectors from './test-vectors.json' with { type: 'json' };

describe('funnelLimits', () => {
	const { expected, low95, high95, low998, high998 } = vectors.funnel;
	it.each(expected.map((value, index) => [value, index]))(
		'at %d expected are those published',
		(value, index) => {
			const inner = funnelLimits(value!, funnelLevels.inner);
			const outer = funnelLimits(value!, funnelLevels.outer);
			expect(inner.low).toBeCloseTo(low95[index!]!, 6);
			expect(inner.high).toBeCloseTo(high95[index!]!, 6);
			expect(outer.low).toBeCloseTo(low998[index!]!, 6);
			expect(outer.high).toBeCloseTo(high998[index!]!, 6);
		}
	);

	it('close in on 1 as more is expected', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.5, max: 50_000, noNaN: true }), (value) => {
				const near = funnelLimits(value * 1.5);
				const far = funnelLimits(value);
				expect(near.low).toBeGreaterThan(far.low);
				expect(near.high).toBeLessThan(far.high);
				expect(far.low).toBeLessThan(1);
				expect(far.high).toBeGreaterThan(1);
			})
		);
	});

	it('do not exist where nothing is expected', () => {
		expect(() => funnelLimits(0)).toThrow(RangeError);
	});
});

describe('funnelVerdict', () => {
	it.each([
		{ observed: 32, expected: 15, verdict: 'above' },
		{ observed: 31, expected: 15, verdict: 'inside' },
		{ observed: 6, expected: 15, verdict: 'inside' },
		{ observed: 5, expected: 15, verdict: 'below' },
		{ observed: 40, expected: 4.9, verdict: 'too-few' },
		{ observed: 0, expected: 0, verdict: 'too-few' }
	])('of $observed seen, $expected expected is $verdict', ({ verdict, ...unit }) => {
		expect(funnelVerdict(unit)).toBe(verdict);
	});
});
