import { describe, expect, it } from 'vitest';
import { placeholderPattern } from '../placeholder.ts';
import { maskText } from './mask.ts';
import { detectors } from './registry.ts';

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
