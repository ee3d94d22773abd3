import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseMixOf, largestDifferences, mixFields } from './case-mix.ts';

const work = (unit: string, channel: string, stage: string, contacts: number) => ({
	unit,
	channel,
	stage,
	product: 'Card',
	contacts
});

describe('the mix of a unit’s work', () => {
	const mixes = caseMixOf([
		work('a', 'phone', 'M1', 80),
		work('a', 'visit', 'M3', 20),
		work('b', 'phone', 'M1', 100),
		work('idle', 'phone', 'M1', 0)
	]);

	it('is told beside that of all units, also where the unit has none of it', () => {
		expect(mixes.get('b')?.rows).toContainEqual({
			field: 'channel',
			value: 'visit',
			contacts: 0,
			share: 0,
			shareOfAll: 0.1
		});
		expect(mixes.get('a')?.rows).toContainEqual({
			field: 'channel',
			value: 'visit',
			contacts: 20,
			share: 0.2,
			shareOfAll: 0.1
		});
	});

	it('is not told of a unit without contacts', () => {
		expect(mixes.has('idle')).toBe(false);
	});

	it('names the largest differences, and no small ones', () => {
		const mix = mixes.get('a');
		if (!mix) throw new Error('There is no mix.');
		expect(largestDifferences(mix, 1)).toHaveLength(1);
		expect(largestDifferences(mix, 9).map(({ field }) => field)).not.toContain('product');
		expect(largestDifferences(mix, 9, 0.2)).toEqual([]);
	});

	it('adds up to everything, in each field', () => {
		const cell = fc.record({
			unit: fc.constantFrom('a', 'b', 'c'),
			channel: fc.constantFrom('phone', 'sms', ''),
			stage: fc.constantFrom('M1', 'M2'),
			product: fc.constantFrom('Card', 'Loan'),
			contacts: fc.nat(1000)
		});
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
				for (const { rows } of caseMixOf(cells).values())
					for (const field of mixFields) {
						const own = rows.filter((row) => row.field === field);
						expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
						expect(own.reduce((sum, { shareOfAll }) => sum + shareOfAll, 0)).toBeCloseTo(1, 9);
					}
			})
		);
	});
});
