import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertSymmetric } from './symmetric-inverse.ts';

describe('invertSymmetric', () => {
	it('gives a matrix that undoes the first', () => {
		const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
			minLength: 3,
			maxLength: 6
		});
		fc.assert(
			fc.property(rows, (list) => {
				// XᵀX and a little more on the diagonal is positive definite whatever X is.
				const matrix = [0, 1, 2].map((a) =>
					[0, 1, 2].map((b) => list.reduce((sum, row) => sum + row[a]! * row[b]!, a === b ? 0.5 : 0))
				);
				const inverse = invertSymmetric(matrix)!;
				for (const a of [0, 1, 2])
					for (const b of [0, 1, 2]) {
						const product = [0, 1, 2].reduce((sum, k) => sum + matrix[a]![k]! * inverse[k]![b]!, 0);
						expect(product).toBeCloseTo(a === b ? 1 : 0, 7);
					}
			})
		);
	});

	it('has none where columns depend on each other', () => {
		expect(
			invertSymmetric([
				[1, 2],
				[2, 4]
			])
		).toBeNull();
		expect(invertSymmetric([[0]])).toBeNull();
	});
});
