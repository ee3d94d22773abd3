import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits, funnelVerdict } from './funnel-limits.ts';

describe('funnelLimits', () => {
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
		expect(() => funnelLimits(Infinity)).toThrow(RangeError);
		expect(() => funnelLimits(5, 1)).toThrow(RangeError);
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
