import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustPValues } from './benjamini-hochberg.ts';

describe('adjustPValues', () => {
	it('never lowers a p-value, keeps their order and does not depend on it', () => {
		const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(pValues, (ps) => {
				const adjusted = adjustPValues(ps);
				const ascending = ps.map((p, index) => [p, adjusted[index]!] as const).sort((a, b) => a[0] - b[0]);
				ascending.forEach(([p, q], index) => {
					expect(q).toBeGreaterThanOrEqual(p - 1e-15);
					expect(q).toBeLessThanOrEqual(1);
					expect(q).toBeGreaterThanOrEqual(ascending[index - 1]?.[1] ?? 0);
				});
				expect(adjustPValues(ps.toReversed())).toEqual(adjusted.toReversed());
			})
		);
	});

	it('leaves one test alone and no tests empty', () => {
		expect(adjustPValues([0.03])).toEqual([0.03]);
		expect(adjustPValues([])).toEqual([]);
	});

	it('gives equal p-values equal adjusted ones, and refuses what is no p-value', () => {
		expect(adjustPValues([0.02, 0.02, 0.5])).toEqual([0.03, 0.03, 0.5]);
		expect(() => adjustPValues([0.2, 1.2])).toThrow(RangeError);
		expect(() => adjustPValues([NaN])).toThrow(RangeError);
	});
});
