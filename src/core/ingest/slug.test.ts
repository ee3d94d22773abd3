import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
	['Encore Capital Group Inc.', 'encore-capital-group-inc'],
	['ENCORE CAPITAL GROUP INC', 'encore-capital-group-inc'],
	['  Crédit & Fils – “Mac’s”  ', 'credit-fils-macs'],
	['现金贷 2', '现金贷-2'],
	['ガス', 'ガス'],
	['—', '']
])('%j becomes %j', (name, slug) => {
	expect(slugOf(name)).toBe(slug);
});

test('a slug is its own slug', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (name) => {
			expect(slugOf(slugOf(name))).toBe(slugOf(name));
		})
	);
});
