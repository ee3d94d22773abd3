import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchName } from './match-name.ts';

test('the whole name, its beginning, words in it, letters in it: in this order', () => {
	const names = ['Third party', 'Third party contacted', 'Any third parties', 'Athirdpartner'];
	const found = names.map((name) => matchName('third party', name));
	expect(found).toEqual([4, 3, 0, 0]);
	expect(matchName('part thi', 'Third party contacted')).toBe(2);
	expect(matchName('ird', 'Third party contacted')).toBe(1);
	expect(matchName('thirst', 'Third party contacted')).toBe(0);
});

test('accents, case, full-width letters and Chinese are found as typed', () => {
	expect(matchName('jose', 'José Núñez')).toBe(3);
	expect(matchName('ＡＢＣ', 'abc')).toBe(4);
	expect(matchName('第三', '联系无关第三人')).toBe(1);
	expect(matchName('联系', '联系无关第三人')).toBe(3);
});

test('a name is found by any word of it, and nothing is found by a word that is not in it', () => {
	const word = fc.stringMatching(/^[a-z]{1,8}$/);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(3), (parts, at) => {
			const name = parts.join(' ');
			expect(matchName(parts[at % parts.length] ?? '', name)).toBeGreaterThan(0);
			expect(matchName(`${parts[0]}~`, name)).toBe(0);
		})
	);
});
