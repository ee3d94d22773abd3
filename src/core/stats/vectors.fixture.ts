import { expect } from 'vitest';

/**
 * Expects a number as printed: within one unit of its last printed digit (handbooks round, and some cut), and to 1e-6
 * relative where more digits are printed than that.
 */
export function expectPrinted(actual: number | null | undefined, printed: number): void {
	const decimals = String(printed).split('.')[1]?.length ?? 0;
	const tolerance = Math.max(10 ** -decimals * (decimals === 0 ? 1e-9 : 1), 1e-6 * Math.abs(printed));
	expect(actual ?? NaN, `to be ${printed} as printed`).toBeGreaterThanOrEqual(printed - tolerance);
	expect(actual ?? NaN, `to be ${printed} as printed`).toBeLessThanOrEqual(printed + tolerance);
}

/** Whole lists of them. */
export function expectAllPrinted(actual: readonly (number | null)[], printed: readonly number[]): void {
	expect(actual).toHaveLength(printed.length);
	printed.forEach((value, index) => expectPrinted(actual[index], value));
}

/** Places of what is true, counted from 1 as in print. */
export function placesOf(marks: readonly boolean[]): number[] {
	return marks.flatMap((isMarked, index) => (isMarked ? [index + 1] : []));
}
