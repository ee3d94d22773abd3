import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureAgreement } from './cohen-kappa.ts';

describe('measureAgreement', () => {
	// Standard errors recomputed by a numerical delta method over the multinomial.
	it.each([
		[
			[
				[20, 5],
				[10, 15]
			],
			0.4,
			0.151092,
			0.648908
		],
		[
			[
				[20, 20],
				[10, 50]
			],
			0.347826,
			0.161613,
			0.534039
		],
		[
			[
				[12, 3, 1],
				[2, 20, 4],
				[0, 5, 9]
			],
			0.577465,
			0.392785,
			0.762144
		]
	])('of %j is κ = %d, from %d to %d', (table, kappa, low, high) => {
		const result = measureAgreement(table);
		expect(result.kappa).toBeCloseTo(kappa, 5);
		expect(result.interval!.low).toBeCloseTo(low, 5);
		expect(result.interval!.high).toBeCloseTo(high, 5);
	});

	const table = fc
		.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
		.filter((rows) => rows.flat().some((items) => items > 0));

	it('is at most 1, lies in its interval, and does not depend on who came first', () => {
		fc.assert(
			fc.property(table, (rows) => {
				const result = measureAgreement(rows);
				const turned = measureAgreement([0, 1, 2].map((i) => [0, 1, 2].map((j) => rows[j]![i]!)));
				expect(result.prevalence.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
				expect(turned.observed).toBe(result.observed);
				if (result.kappa === null) return;
				expect(result.kappa).toBeLessThanOrEqual(1 + 1e-12);
				expect(result.kappa).toBeGreaterThanOrEqual(-1 - 1e-12);
				expect(result.interval!.low).toBeLessThanOrEqual(result.kappa);
				expect(result.interval!.high).toBeGreaterThanOrEqual(Math.min(1, result.kappa));
				expect(turned.kappa).toBeCloseTo(result.kappa, 9);
			})
		);
	});

	it('shows the paradox: the same agreement, a rare theme, a low κ', () => {
		const even = measureAgreement([
			[45, 5],
			[5, 45]
		]);
		const rare = measureAgreement([
			[1, 5],
			[5, 89]
		]);
		expect(even).toMatchObject({ observed: 0.9, prevalence: [0.5, 0.5] });
		expect(rare.observed).toBe(0.9);
		expect(rare.kappa!).toBeLessThan(even.kappa! / 3);
		expect(rare.prevalence[0]).toBeCloseTo(0.06, 12);
	});

	it('has no κ where both used one category, is 1 in full agreement, and refuses a crooked table', () => {
		expect(
			measureAgreement([
				[7, 0],
				[0, 0]
			])
		).toMatchObject({ observed: 1, kappa: null, interval: null });
		expect(
			measureAgreement([
				[3, 0],
				[0, 4]
			])
		).toMatchObject({ kappa: 1, interval: { low: 1, high: 1 } });
		expect(() => measureAgreement([[1, 2]])).toThrow(RangeError);
		expect(() => measureAgreement([[0]])).toThrow(RangeError);
		expect(() =>
			measureAgreement([
				[-1, 2],
				[0, 1]
			])
		).toThrow(RangeError);
	});
});
