import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeholderPattern } from '../placeholder.ts';
import { maskText } from './mask.ts';
import { detectors } from './registry.ts';
import { createSignReader } from './signs.ts';

const personal = /<([^<>]*)>/g;
const withoutMarks = (example: string) => example.replace(personal, '$1');

describe.each(detectors.map((detector, index) => ({ ...detector, index })))(
	'detector $index ($kind)',
	({ kind, examples, find }) => {
		it.each(examples.masks)('masks what is marked, and no more: %s', (example) => {
			const { text } = maskText(withoutMarks(example));
			expect(text.replace(placeholderPattern(), '<>')).toBe(example.replace(personal, '<>'));
		});

		it('finds one of its kind in its own examples', () => {
			const kinds = examples.masks.flatMap((example) =>
				maskText(withoutMarks(example)).masked.map((each) => each.kind)
			);
			expect(kinds).toContain(kind);
		});

		it.each(examples.keeps)('leaves as it is: %s', (example) => {
			expect(maskText(example)).toEqual({ text: example, masked: [] });
		});

		it('finds nothing in an empty text', () => {
			expect(find('')).toEqual([]);
		});
	}
);

it('spares no detector a pattern that would match', () => {
	const signsOf = createSignReader(detectors.flatMap(({ cues = [] }) => cues));
	const written = detectors.flatMap(({ examples }) => [
		...examples.masks.map(withoutMarks),
		...examples.keeps
	]);
	const piece = fc
		.tuple(fc.constantFrom(...written), fc.nat(60), fc.integer({ min: 1, max: 30 }))
		.map(([example, start, length]) => example.slice(start, start + length));
	const oneOf = (length: number) =>
		fc.oneof(fc.constantFrom(...written), piece, fc.string({ maxLength: length }));
	fc.assert(
		fc.property(fc.array(oneOf(4), { maxLength: 6 }), (pieces) => {
			const text = pieces.join('');
			for (const { find } of detectors) expect(find(text, signsOf(text))).toEqual(find(text));
		}),
		{ numRuns: 500 }
	);
});
