import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmall, isSmall, type Shown, type SmallTable } from './small-numbers.ts';

/** Parts by row and column, with the totals of both in the last column and row. */
function aMatrix(parts: readonly (readonly number[])[]): SmallTable {
	const width = (parts[0]?.length ?? 0) + 1;
	const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
	const rows = parts.map((row) => [...row, sumOf(row)]);
	const all = [...rows, Array.from({ length: width }, (_, at) => sumOf(rows.map((row) => row[at] ?? 0)))];
	const cell = (row: number, column: number) => row * width + column;
	return {
		values: all.flat(),
		sums: [
			...all.map((_, row) =>
				Array.from({ length: width }, (_, at) => ({ cell: cell(row, at), sign: sign(at === width - 1) }))
			),
			...Array.from({ length: width }, (_, at) =>
				all.map((_, row) => ({ cell: cell(row, at), sign: sign(row === all.length - 1) }))
			)
		]
	};
}
const sign = (isSum: boolean): 1 | -1 => (isSum ? -1 : 1);

/** Every number a hidden cell may have, by trying all tables that print the same way. */
function possible({ values, sums }: SmallTable, shown: readonly Shown[]): Set<number>[] {
	const open = shown.flatMap((as, cell) => (as === 'shown' ? [] : [cell]));
	const found = values.map((value, cell) => new Set(shown[cell] === 'shown' ? [value] : []));
	const tried = [...values];
	const most = Math.max(...values) + 4;
	const isBalanced = (upTo: number) =>
		sums.every(
			(sum) =>
				sum.some(({ cell }) => open.indexOf(cell) >= upTo) ||
				sum.reduce((all, { cell, sign: one }) => all + one * (tried[cell] ?? 0), 0) === 0
		);
	const tryFrom = (at: number): void => {
		if (!isBalanced(at)) return;
		const cell = open[at];
		if (cell === undefined) {
			for (const one of open) found[one]?.add(tried[one] ?? 0);
			return;
		}
		const [low, high] = shown[cell] === 'small' ? [1, 4] : [0, most];
		for (let value = low ?? 0; value <= (high ?? 0); value++) {
			tried[cell] = value;
			tryFrom(at + 1);
		}
	};
	tryFrom(0);
	return found;
}

describe('hiding small numbers', () => {
	it('prints everything where nothing is small', () => {
		expect(
			hideSmall(
				aMatrix([
					[5, 0],
					[12, 9]
				])
			).every((as) => as === 'shown')
		).toBe(true);
	});

	it('hides a second number where the total would give the first away', () => {
		const { values, sums } = {
			values: [3, 20, 50, 73],
			sums: [[0, 1, 2, 3].map((cell) => ({ cell, sign: sign(cell === 3) }))]
		};
		expect(hideSmall({ values, sums })).toEqual(['small', 'hidden', 'shown', 'shown']);
	});

	it('says nothing at all of two fours that add up to a known eight', () => {
		const sums = [[0, 1, 2].map((cell) => ({ cell, sign: sign(cell === 2) }))];
		const shown = hideSmall({ values: [4, 4, 8], sums, known: new Set([2]) });
		expect(shown[2]).toBe('shown');
		expect(
			possible({ values: [4, 4, 8], sums }, shown)
				.slice(0, 2)
				.every(({ size }) => size > 1)
		).toBe(true);
	});

	it('leaves a number that stands in no sum to its own', () => {
		expect(hideSmall({ values: [2, 7], sums: [] })).toEqual(['small', 'shown']);
	});

	it('no count of 1 to 4 can be told from a table with its totals', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3 }).chain((width) =>
					fc.array(
						fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7 })), {
							minLength: width,
							maxLength: width
						}),
						{
							minLength: 1,
							maxLength: 2
						}
					)
				),
				(parts) => {
					const table = aMatrix(parts);
					const shown = hideSmall(table);
					const numbers = possible(table, shown);
					table.values.forEach((value, cell) => {
						if (!isSmall(value)) return;
						expect(shown[cell]).not.toBe('shown');
						expect(numbers[cell]?.size).toBeGreaterThan(1);
					});
				}
			),
			{ numRuns: 150 }
		);
	});
});
