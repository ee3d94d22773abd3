/**
 * Inverse of a symmetric positive definite matrix by Cholesky's decomposition, scaled to a unit diagonal first so that
 * columns of very different size (years, week numbers) lose no digits. Null where the matrix is not positive definite:
 * its columns depend on each other.
 */
export function invertSymmetric(matrix: readonly (readonly number[])[]): number[][] | null {
	const size = matrix.length;
	const scale = matrix.map((row, index) => 1 / Math.sqrt(row[index] ?? NaN));
	const factor = factorise(matrix, scale);
	if (factor === null) return null;
	const inverse = Array.from({ length: size }, () => new Array<number>(size).fill(0));
	for (let column = 0; column < size; column++) {
		const solved = solve(factor, column);
		for (let row = 0; row < size; row++) inverse[row]![column] = solved[row]! * scale[row]! * scale[column]!;
	}
	return inverse;
}

/** Lower triangle L of LLᵀ. */
function factorise(matrix: readonly (readonly number[])[], scale: readonly number[]): number[][] | null {
	const lower: number[][] = [];
	for (let row = 0; row < matrix.length; row++) {
		const entries: number[] = [];
		for (let column = 0; column <= row; column++) {
			let sum = matrix[row]![column]! * scale[row]! * scale[column]!;
			const other = column === row ? entries : lower[column]!;
			for (let k = 0; k < column; k++) sum -= entries[k]! * other[k]!;
			if (column < row) entries.push(sum / other[column]!);
			else if (sum > 1e-11) entries.push(Math.sqrt(sum));
			else return null;
		}
		lower.push(entries);
	}
	return lower;
}

/** Column of the inverse of LLᵀ. */
function solve(lower: readonly (readonly number[])[], column: number): number[] {
	const x = lower.map((_, index) => (index === column ? 1 : 0));
	for (let row = 0; row < x.length; row++) {
		for (let k = 0; k < row; k++) x[row]! -= lower[row]![k]! * x[k]!;
		x[row]! /= lower[row]![row]!;
	}
	for (let row = x.length - 1; row >= 0; row--) {
		for (let k = row + 1; k < x.length; k++) x[row]! -= lower[k]![row]! * x[k]!;
		x[row]! /= lower[row]![row]!;
	}
	return x;
}
