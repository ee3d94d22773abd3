import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCounts } from './expected.ts';

describe('expectedCounts', () => {
	it('expects more of a team whose work draws more complaints', () => {
		const units = expectedCounts([
			{ unit: 'early', stratum: 'M1', observed: 10, exposure: 1000 },
			{ unit: 'late', stratum: 'M1', observed: 0, exposure: 500 },
			{ unit: 'late', stratum: 'M4-M6', observed: 30, exposure: 500 }
		]);
		expect(units.get('early')?.expected).toBeCloseTo(1000 * (10 / 1500), 12);
		expect(units.get('late')?.expected).toBeCloseTo(500 * (10 / 1500) + 30, 12);
		expect(units.get('late')).toMatchObject({ observed: 30, exposure: 1000, unmatched: 0 });
	});

	it('keeps apart what has no exposure to compare with', () => {
		const units = expectedCounts([
			{ unit: 'a', stratum: 'letter', observed: 3, exposure: 0 },
			{ unit: 'a', stratum: 'phone', observed: 2, exposure: 100 },
			{ unit: 'b', stratum: 'phone', observed: 4, exposure: 0 }
		]);
		expect(units.get('a')).toEqual({ observed: 2, expected: 6, exposure: 100, unmatched: 3 });
		expect(units.get('b')).toEqual({ observed: 4, expected: 0, exposure: 0, unmatched: 0 });
	});

	it('shares out exactly what was observed', () => {
		const cell = fc.record({
			unit: fc.constantFrom('a', 'b', 'c'),
			stratum: fc.constantFrom('s', 't'),
			observed: fc.nat(50),
			exposure: fc.nat(1000)
		});
		fc.assert(
			fc.property(fc.array(cell), (cells) => {
				const units = [...expectedCounts(cells).values()];
				const sum = (pick: (unit: (typeof units)[number]) => number) =>
					units.reduce((total, unit) => total + pick(unit), 0);
				expect(sum((unit) => unit.expected)).toBeCloseTo(
					sum((unit) => unit.observed),
					6
				);
				expect(sum((unit) => unit.observed + unit.unmatched)).toBe(
					cells.reduce((total, { observed }) => total + observed, 0)
				);
			})
		);
	});

	it('refuses what is no count', () => {
		expect(() => expectedCounts([{ unit: 'a', stratum: 's', observed: -1, exposure: 5 }])).toThrow(
			RangeError
		);
		expect(() => expectedCounts([{ unit: 'a', stratum: 's', observed: 1, exposure: NaN }])).toThrow(
			RangeError
		);
	});
});
