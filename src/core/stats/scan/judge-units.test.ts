import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeUnits, type UnitComparison } from './judge-units.ts';

const comparison = (
	cells: readonly (readonly [unit: string, stratum: string, observed: number, exposure: number])[],
	theme = 'threat_harm'
): UnitComparison => ({
	kind: 'team',
	theme,
	cells: cells.map(([unit, stratum, observed, exposure]) => ({ unit, stratum, observed, exposure }))
});

test('a team that works the hard stratum is not flagged for it; one that does worse in it is', () => {
	const mix = comparison([
		['hard', 'M3', 60, 10_000],
		['easy', 'M1', 10, 10_000],
		['both', 'M1', 10, 10_000],
		['both', 'M3', 60, 10_000]
	]);
	expect(judgeUnits([mix]).filter(({ isFlagged }) => isFlagged)).toEqual([]);
	const worse = comparison([
		['hard', 'M3', 60, 10_000],
		['worse', 'M3', 150, 10_000],
		['other', 'M3', 60, 10_000]
	]);
	expect(
		judgeUnits([worse])
			.filter(({ isFlagged }) => isFlagged)
			.map(({ unit }) => unit)
	).toEqual(['worse']);
});

test('a unit that does better is not flagged', () => {
	const units = judgeUnits([
		comparison([
			['good', 'M1', 5, 10_000],
			['usual', 'M1', 60, 10_000],
			['usual too', 'M1', 60, 10_000]
		])
	]);
	const good = units.find(({ unit }) => unit === 'good');
	expect(good?.adjusted).toBeLessThan(0.05);
	expect(good?.isFlagged).toBe(false);
});

test('below 5 expected, and below 200 contacts, nothing is said', () => {
	const units = judgeUnits([
		comparison([
			['few expected', 'M1', 9, 400],
			['few contacts', 'M2', 30, 199],
			['first', 'M1', 30, 10_000],
			['second', 'M2', 400, 10_000]
		])
	]);
	expect(units.map(({ unit }) => unit)).toEqual(['first', 'second']);
});

test('a unit that nobody can be compared with is not compared', () => {
	expect(judgeUnits([comparison([['alone', 'M1', 100, 10_000]])])).toEqual([]);
});

test('the more is looked at, the stronger a flag must be', () => {
	const cells = (observed: number) =>
		[
			['looked at', 'M1', observed, 10_000],
			['others', 'M1', 200, 100_000]
		] as const;
	const others = Array.from({ length: 300 }, (_, at) => comparison(cells(20), `theme-${at}`));
	const flagOf = (comparisons: readonly UnitComparison[]) =>
		judgeUnits(comparisons).find(({ unit, theme }) => unit === 'looked at' && theme === 'threat_harm');
	const alone = flagOf([comparison(cells(36))]);
	const among = flagOf([comparison(cells(36)), ...others]);
	expect(alone?.isFlagged).toBe(true);
	expect(among?.isFlagged).toBe(false);
	expect(among?.pValue).toBe(alone?.pValue);
});

test('adjusted p-values are never below the p-values, and only too many are flagged', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 9 }), (counts) => {
			const units = judgeUnits([comparison(counts.map((count, at) => [`u${at}`, 'M1', count, 10_000]))]);
			for (const { pValue, adjusted, isFlagged, observed, expected } of units) {
				expect(adjusted).toBeGreaterThanOrEqual(pValue - 1e-12);
				if (isFlagged) expect(observed).toBeGreaterThan(expected);
			}
		})
	);
});
