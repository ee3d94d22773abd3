import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf } from './units.ts';
import { createWordTable, hashOf } from './word-table.ts';

it('knows the words it was told, in the midst of any text, and no other', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.string({ minLength: 1, unit: 'binary' }), { maxLength: 40 }),
			fc.array(fc.string({ minLength: 1, unit: 'binary' }), { maxLength: 40 }),
			(words, others) => {
				const table = createWordTable();
				for (const [value, word] of words.entries()) table.set(word, value);
				for (const word of [...words, ...others]) {
					const units = unitsOf(`<${word}>`);
					const end = 1 + word.length;
					expect(table.get(units, 1, end, hashOf(units, 1, end))).toBe(words.indexOf(word));
				}
			}
		)
	);
});

it('still knows the first of many words', () => {
	const table = createWordTable();
	for (let value = 0; value < 5000; value++) table.set(`word${value}`, value);
	for (const value of [0, 1234, 4999]) {
		const word = `word${value}`;
		const units = unitsOf(word);
		expect(table.get(units, 0, word.length, hashOf(units, 0, word.length))).toBe(value);
	}
});
