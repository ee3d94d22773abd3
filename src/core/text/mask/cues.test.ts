import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCueFinder, type Cues } from './cues.ts';

function count(lists: readonly Cues[], text: string): readonly number[] {
	const finder = createCueFinder(lists);
	finder.begin();
	for (let at = 0; at < text.length; at++) finder.read(text.charCodeAt(at));
	return lists.map((list) => finder.countOf(list));
}

it('counts words wherever they stand, in capitals or not', () => {
	expect(count([['my name', 'name'], ['live on '], ['@']], 'MY NAME, renamed; I live on hope')).toEqual([
		3, 1, 0
	]);
});

it('counts words that overlap as often as they stand', () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(
			fc.uniqueArray(letters, { minLength: 1 }),
			fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é') }),
			(words, text) => {
				const places = (word: string) => Array.from(text).filter((_, at) => text.startsWith(word, at)).length;
				expect(
					count(
						words.map((word) => [word]),
						text
					)
				).toEqual(words.map(places));
			}
		)
	);
});

it('refuses to be asked for words that it has not looked for', () => {
	expect(() => createCueFinder([['a']]).countOf(['b'])).toThrow(RangeError);
});
