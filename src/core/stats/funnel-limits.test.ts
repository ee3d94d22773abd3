import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits } from './funnel-limits.ts';

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
