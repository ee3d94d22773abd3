import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkRatios } from './marshall-shrinkage.ts';

const units = fc.array(
	fc.record({ observed: fc.nat(200), expected: fc.double({ min: 0.1, max: 200, noNaN: true }) }),
	{ minLength: 1, maxLength: 30 }
);

describe('shrinkRatios', () => {
	it('puts each unit between its ratio and the mean, the smaller the nearer to the mean', () => {
		fc.assert(
			fc.property(units, (list) => {
				const total = (key: 'observed' | 'expected') => list.reduce((sum, unit) => sum + unit[key], 0);
				const mean = total('observed') / total('expected');
				const shrunken = shrinkRatios(list);
				shrunken.forEach(({ ratio, shrunken: value, weight }, index) => {
					expect(value).toBeGreaterThanOrEqual(Math.min(ratio!, mean) - 1e-9);
					expect(value).toBeLessThanOrEqual(Math.max(ratio!, mean) + 1e-9);
					shrunken.forEach((other, at) => {
						if (list[at]!.expected > list[index]!.expected)
							expect(other.weight).toBeGreaterThanOrEqual(weight - 1e-12);
					});
				});
			})
		);
	});

	it('is Marshall’s estimate', () => {
		const [small, large] = shrinkRatios([
			{ observed: 2, expected: 1 },
			{ observed: 300, expected: 100 },
			{ observed: 50, expected: 100 }
		]);
		const mean = 352 / 201;
		const spread = ((2 - mean) ** 2 + 100 * (3 - mean) ** 2 + 100 * (0.5 - mean) ** 2) / 201 - mean / 67;
		expect(small!.weight).toBeCloseTo(spread / (spread + mean), 12);
		expect(large!.shrunken).toBeCloseTo(mean + (spread / (spread + mean / 100)) * (3 - mean), 12);
	});

	it('gives all the mean where they differ by chance only, where one is alone, and where nothing happened', () => {
		expect(shrinkRatios([{ observed: 4, expected: 2 }])).toEqual([{ ratio: 2, shrunken: 2, weight: 0 }]);
		const alike = shrinkRatios([
			{ observed: 11, expected: 10 },
			{ observed: 9, expected: 10 },
			{ observed: 0, expected: 0 }
		]);
		expect(alike.map(({ shrunken }) => shrunken)).toEqual([1, 1, 1]);
		expect(alike[2]!.ratio).toBeNull();
		expect(
			shrinkRatios([
				{ observed: 0, expected: 3 },
				{ observed: 0, expected: 1 }
			])[0]
		).toEqual({
			ratio: 0,
			shrunken: 0,
			weight: 0
		});
		expect(shrinkRatios([])).toEqual([]);
	});

	it('refuses what is no count', () => {
		expect(() => shrinkRatios([{ observed: -1, expected: 2 }])).toThrow(RangeError);
		expect(() => shrinkRatios([{ observed: 0, expected: 0 }])).toThrow(RangeError);
	});
});
