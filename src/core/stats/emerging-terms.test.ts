import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectEmergingTerms } from './emerging-terms.ts';

const records = { now: 200, before: 2000 };
const contains = (longer: string, shorter: string) => longer.includes(shorter);
const select = (terms: Parameters<typeof selectEmergingTerms>[0]) =>
	selectEmergingTerms(terms, { records, contains }).map(({ term }) => term);

describe('selectEmergingTerms', () => {
	it('keeps what is new and often, strongest first', () => {
		const terms = [
			{ term: 'rude', now: 30, before: 300 },
			{ term: 'robocall', now: 25, before: 20 },
			{ term: 'deepfake', now: 40, before: 5 },
			{ term: 'gone', now: 0, before: 400 }
		];
		expect(select(terms)).toEqual(['deepfake', 'robocall']);
	});

	it('does not test terms of fewer than five records', () => {
		const fresh = { term: 'fresh', now: 8, before: 0 };
		const others = (now: number) =>
			Array.from({ length: 300 }, (_, index) => ({ term: `w${index}x`, now, before: 10 * now }));
		expect(select([fresh, ...others(1)])).toEqual(['fresh']);
		expect(select([fresh, ...others(5)])).toEqual([]);
	});

	it('drops a part that hardly stands alone, keeps one that does', () => {
		const phrase = { term: 'court letter', now: 30, before: 5 };
		expect(select([phrase, { term: 'letter', now: 36, before: 6 }])).toEqual(['court letter']);
		expect(select([phrase, { term: 'letter', now: 60, before: 20 }])).toContain('letter');
	});

	it('finds few terms among many that did not change', () => {
		const steady = Array.from({ length: 500 }, (_, index) => ({
			term: `w${index}`,
			now: 20 + (index % 7) - 3,
			before: 200
		}));
		expect(select(steady)).toEqual([]);
	});

	it('keeps no more when there are more tests, and z at least 3.5', () => {
		const term = fc.record({
			now: fc.integer({ min: 0, max: 200 }),
			before: fc.integer({ min: 0, max: 2000 })
		});
		fc.assert(
			fc.property(fc.array(term, { maxLength: 30 }), (list) => {
				const terms = list.map((counts, index) => ({ term: `w${index}x`, ...counts }));
				const kept = selectEmergingTerms(terms, { records, contains });
				for (const { z, pValue, now } of kept) {
					expect(z).toBeGreaterThanOrEqual(3.5);
					expect(pValue).toBeLessThanOrEqual(0.05);
					expect(now).toBeGreaterThanOrEqual(5);
				}
			})
		);
	});

	it('says nothing without records to compare with, or of a term in all of them', () => {
		const term = { term: 'new', now: 50, before: 0 };
		expect(selectEmergingTerms([term], { records: { now: 100, before: 0 }, contains })).toEqual([]);
		expect(select([{ term: 'the', now: 200, before: 2000 }])).toEqual([]);
		expect(() => select([{ term: 'x', now: 201, before: 0 }])).toThrow(RangeError);
	});
});
