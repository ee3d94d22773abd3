import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSampled, sampleTags } from './tag-sample.ts';

const rows = fc.uniqueArray(
	fc.record({
		id: fc.integer({ min: 1, max: 10_000 }),
		packVersion: fc.constant('p1'),
		tags: fc.uniqueArray(
			fc.record({
				theme: fc.constantFrom('threat', 'abuse', 'amount', 'suicide'),
				severity: fc.integer({ min: 1, max: 4 }),
				isCounted: fc.constantFrom(0, 1)
			}),
			{ selector: ({ theme }) => theme }
		)
	}),
	{ selector: ({ id }) => id, maxLength: 60 }
);

test('holds every counted tag of the gravest kind, twenty tags where there are so many, each once, always the same', () => {
	fc.assert(
		fc.property(rows, fc.nat(), (all, seed) => {
			const counted = all.flatMap(({ id, tags }) =>
				tags.filter(({ isCounted }) => isCounted === 1).map((tag) => ({ ...tag, key: `${id} ${tag.theme}` }))
			);
			const grave = counted.filter(({ severity }) => severity === 4).map(({ key }) => key);
			const sample = sampleTags(all, seed);
			const keys = sample.map(({ feedbackId, theme }) => `${feedbackId} ${theme}`);
			expect(new Set(keys).size).toBe(keys.length);
			expect(keys.length).toBe(Math.max(grave.length, Math.min(leastSampled, counted.length)));
			expect(grave.every((key) => keys.includes(key))).toBe(true);
			expect(keys.every((key) => counted.some((tag) => tag.key === key))).toBe(true);
			expect(sampleTags(all, seed)).toEqual(sample);
		})
	);
});
