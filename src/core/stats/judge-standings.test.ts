import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeStandings } from './judge-standings.ts';
import type { UnitComparison } from './scan/judge-units.ts';

function comparison(
	counts: readonly (readonly [unit: string, observed: number, exposure: number])[],
	theme = 't'
) {
	return {
		kind: 'team',
		theme,
		cells: counts.map(([unit, observed, exposure]) => ({ unit, stratum: 'phone', observed, exposure }))
	} as const satisfies UnitComparison;
}

describe('judging units by their expectation', () => {
	it('one that is far above is outside, and the others are inside', () => {
		const { standings, tested, byChance, beyond } = judgeStandings([
			comparison([
				['a', 60, 10_000],
				['b', 20, 10_000],
				['c', 22, 10_000],
				['d', 18, 10_000]
			])
		]);
		expect(standings.map(({ unit, verdict }) => [unit, verdict])).toEqual([
			['a', 'above'],
			['b', 'inside'],
			['c', 'inside'],
			['d', 'inside']
		]);
		expect(tested).toBe(4);
		expect(byChance).toBeCloseTo(0.008, 6);
		expect(beyond).toBe(1);
	});

	it('of whom fewer than 5 are expected nothing is said, however many there are', () => {
		const { standings } = judgeStandings([
			comparison([
				['small', 9, 300],
				['b', 20, 10_000],
				['c', 22, 10_000]
			])
		]);
		expect(standings[0]).toMatchObject({ unit: 'small', verdict: 'too-few', limits: null, adjusted: null });
	});

	it('with fewer than 200 contacts nothing is said, however much is expected', () => {
		const { standings } = judgeStandings([
			comparison([
				['small', 40, 150],
				['b', 30, 250],
				['c', 20, 250]
			])
		]);
		expect(standings.map(({ verdict }) => verdict)).toEqual(['too-few', 'inside', 'inside']);
	});

	it('the same unit is outside among few comparisons and inside among many', () => {
		const one = comparison([
			['a', 41, 10_000],
			['b', 20, 10_000],
			['c', 20, 10_000]
		]);
		const even = Array.from({ length: 200 }, (_, at) =>
			comparison(
				[
					['a', 20, 10_000],
					['b', 20, 10_000],
					['c', 20, 10_000]
				],
				`even-${at}`
			)
		);
		const verdictOfA = (all: readonly UnitComparison[]) => judgeStandings(all).standings[0]?.verdict;
		const alone = judgeStandings([one]).standings[0];
		expect(alone?.adjusted).toBeLessThan(judgeStandings([one, ...even]).standings[0]?.adjusted ?? 0);
		expect(verdictOfA([one, ...even])).toBe('inside');
	});

	it('the shrunken ratio lies between the ratio and 1, and small units move further', () => {
		const { standings } = judgeStandings([
			comparison([
				['small', 12, 1_000],
				['large', 120, 10_000],
				['c', 20, 10_000],
				['d', 25, 10_000]
			])
		]);
		const [small, large] = standings;
		expect(small?.ratio).toBeCloseTo(large?.ratio ?? 0, 9);
		expect(small?.shrunken).toBeLessThan(large?.shrunken ?? 0);
		expect(large?.shrunken).toBeLessThan(large?.ratio ?? 0);
	});

	it('expected and observed counts of all units add up to the same', () => {
		const cell = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(40), fc.integer({ min: 1, max: 5000 }));
		fc.assert(
			fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
				const { standings } = judgeStandings([comparison(cells)]);
				const sum = (of: 'observed' | 'expected') => standings.reduce((all, one) => all + one[of], 0);
				expect(sum('expected')).toBeCloseTo(sum('observed'), 6);
				for (const { verdict, limits, ratio } of standings)
					if (verdict === 'above') expect(ratio).toBeGreaterThan(limits?.high ?? Infinity);
			})
		);
	});
});
