import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits } from './funnel-limits.ts';
import { buildOverdispersedFunnel, buildUnitFunnel } from './overdispersed-funnel.ts';
import { createRandom, poissonSampler } from './seeded-random.ts';

const units = fc.array(
	fc.record({ numerator: fc.nat(300), denominator: fc.integer({ min: 300, max: 5000 }) }),
	{ minLength: 1, maxLength: 30 }
);
const form = fc.constantFrom('rate' as const, 'proportion' as const, 'ratio' as const);

describe('buildOverdispersedFunnel', () => {
	it('never widens the limits below 10 units or at φ ≤ 1, and never brings a unit nearer to them', () => {
		fc.assert(
			fc.property(units, form, (list, which) => {
				const funnel = buildOverdispersedFunnel(list, which);
				expect(funnel.tau2).toBeGreaterThanOrEqual(0);
				expect(funnel.isApplied).toBe(list.length >= 10 && funnel.phi > 1);
				for (const { z, adjustedZ } of funnel.units) {
					expect(Math.abs(adjustedZ!)).toBeLessThanOrEqual(Math.abs(z!) + 1e-12);
					if (!funnel.isApplied) expect(adjustedZ).toBe(z);
				}
			})
		);
	});

	it('has limits around the target that narrow with the denominator and widen with the level', () => {
		fc.assert(
			fc.property(units, form, fc.integer({ min: 1, max: 5000 }), (list, which, denominator) => {
				const { target, limitsAt } = buildOverdispersedFunnel(list, which);
				const [near, far] = [limitsAt(2 * denominator), limitsAt(denominator)];
				expect(far.low).toBeLessThanOrEqual(target + 1e-12);
				expect(far.high).toBeGreaterThanOrEqual(target - 1e-12);
				expect(near.high).toBeLessThanOrEqual(far.high + 1e-12);
				expect(near.low).toBeGreaterThanOrEqual(far.low - 1e-12);
				expect(limitsAt(denominator, 0.95).high).toBeLessThanOrEqual(far.high + 1e-12);
			})
		);
	});

	it('comes close to the exact limits where chance alone is at work', () => {
		const funnel = buildOverdispersedFunnel([{ numerator: 10, denominator: 10 }], 'ratio');
		const [root, exact] = [funnel.limitsAt(400), funnelLimits(400)];
		expect(root.low).toBeCloseTo(exact.low, 1);
		expect(root.high).toBeCloseTo(exact.high, 1);
	});

	it('is the same for rates as for ratios to the pooled rate', () => {
		fc.assert(
			fc.property(units, (list) => {
				const rates = buildOverdispersedFunnel(list, 'rate');
				if (rates.target === 0) return;
				const ratios = buildOverdispersedFunnel(
					list.map((unit) => ({ ...unit, denominator: unit.denominator * rates.target })),
					'ratio'
				);
				expect(rates.phi).toBeCloseTo(ratios.phi, 6);
				expect(rates.tau2).toBeCloseTo(ratios.tau2, 6);
				expect(rates.units[0]!.adjustedZ).toBeCloseTo(ratios.units[0]!.adjustedZ!, 6);
			})
		);
	});

	it('puts a unit outside exactly when its adjusted z is beyond the level', () => {
		const list = Array.from({ length: 20 }, (_, index) => ({
			numerator: Math.round(30 + 25 * Math.sin(index * 7) + (index === 3 ? 60 : 0)),
			denominator: 1000 + 50 * index
		}));
		for (const which of ['rate', 'proportion'] as const) {
			const funnel = buildOverdispersedFunnel(list, which);
			expect(funnel.isApplied).toBe(true);
			funnel.units.forEach(({ value, adjustedZ }, index) => {
				const { low, high } = funnel.limitsAt(list[index]!.denominator);
				expect(value! < low || value! > high).toBe(Math.abs(adjustedZ!) > 3.090232);
			});
		}
	});

	it('leaves out units without denominator, answers for one unit and for no events', () => {
		const funnel = buildOverdispersedFunnel(
			[
				{ numerator: 0, denominator: 0 },
				{ numerator: 5, denominator: 5 }
			],
			'ratio'
		);
		expect(funnel.units[0]).toEqual({ value: null, z: null, adjustedZ: null, pValue: null });
		expect(funnel).toMatchObject({ tau2: 0, isApplied: false, units: [{}, { z: 0, pValue: 1 }] });
		const quiet = buildOverdispersedFunnel(
			[
				{ numerator: 0, denominator: 9 },
				{ numerator: 0, denominator: 7 }
			],
			'rate'
		);
		expect(quiet).toMatchObject({ target: 0, phi: 0, tau2: 0, units: [{ z: 0 }, { z: 0 }] });
		expect(quiet.limitsAt(10)).toEqual({ low: 0, high: 0 });
	});

	it('refuses what it cannot place', () => {
		expect(() => buildOverdispersedFunnel([], 'rate')).toThrow(RangeError);
		expect(() => buildOverdispersedFunnel([{ numerator: 1, denominator: 0 }], 'rate')).toThrow(RangeError);
		expect(() => buildOverdispersedFunnel([{ numerator: 3, denominator: 2 }], 'proportion')).toThrow(
			RangeError
		);
		expect(() => buildOverdispersedFunnel([{ numerator: -3, denominator: 2 }], 'ratio')).toThrow(RangeError);
	});
});

describe('buildUnitFunnel', () => {
	const expected = 50;
	const people = 95;
	const groups = 200;
	/** Counts of people whose own rates differ by `spread` above and below the mean, half of them each. */
	function simulate(spread: number) {
		const random = createRandom(20261130);
		const [less, more] = [1 - spread, 1 + spread].map((rate) => poissonSampler(expected * rate));
		return Array.from({ length: groups }, () =>
			buildUnitFunnel(
				Array.from({ length: people }, (_, at) => ({
					observed: (at % 2 ? more! : less!)(random()),
					expected
				})),
				true
			)
		);
	}
	const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
	const outsideShare = (funnels: ReturnType<typeof simulate>) =>
		meanOf(funnels.map(({ units }) => units.filter(({ pValue }) => pValue! < 0.002).length / people));

	it('has φ = 1 on average where chance alone is at work', () => {
		expect(meanOf(simulate(0).map(({ phi }) => phi))).toBeCloseTo(1, 1);
	});

	it('sees that people differ by 15 %, and puts no more of them outside than chance would', () => {
		const funnels = simulate(0.15);
		expect(funnels.filter(({ isApplied }) => isApplied).length).toBeGreaterThan(0.98 * groups);
		expect(outsideShare(funnels)).toBeLessThan(0.002);
	});

	it('leaves a person outside who is unlike all the others', () => {
		const usual = Array.from({ length: 40 }, (_, at) => ({ observed: 38 + (at % 9) * 3, expected }));
		const { units } = buildUnitFunnel([...usual, { observed: 130, expected }], true);
		expect(units.at(-1)!.pValue).toBeLessThan(0.0001);
	});
});
