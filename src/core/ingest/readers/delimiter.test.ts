import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delimiters, findDelimiter, guessDelimiter } from './delimiter.ts';

async function guess(text: string) {
	return (await guessDelimiter(Buffer.from(text))).delimiter;
}

test('the delimiter is the one that makes the rows as wide as the header', async () => {
	expect(await guess('day;text\n1;yes, they called\n2;no\n')).toBe(';');
	expect(await guess('day,text;note\n1,x\n2,y;z\n')).toBe(',');
	expect(await guess('day\ttext\n1\t"a\tb"\n')).toBe('\t');
	expect(await guess('day|text|who\n1|a,b|c\n')).toBe('|');
	expect(await guess('"a;b";"c,d,e,f"\n1;2\n')).toBe(';');
});

test('a header alone is judged by its width, and a single column counts as separated by commas', async () => {
	expect(await guess('a;b;c,d')).toBe(';');
	expect(await guess('text\nthey called; twice\n')).toBe(',');
	expect(await guess('')).toBe(',');
});

test('the first line may state the delimiter', async () => {
	const state = (line: string) => guessDelimiter(Buffer.from(`${line}\r\na,b;c\n`));
	expect(await state('sep=;')).toEqual({ delimiter: ';', isStated: true });
	expect(await state('SEP=\t')).toEqual({ delimiter: '\t', isStated: true });
	expect(await state('"sep=|"')).toEqual({ delimiter: '|', isStated: true });
	await expect(state('sep=#')).rejects.toThrow(/states a delimiter in its first line that is not known/);
});

test('any table of words is separated as it was written', async () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '催', ' ', '-'), minLength: 1 });
	const shape = fc.record({ width: fc.integer({ min: 2, max: 6 }), rows: fc.integer({ min: 0, max: 5 }) });
	await fc.assert(
		fc.asyncProperty(
			shape,
			fc.constantFrom(...delimiters),
			fc.infiniteStream(cell),
			async (of, by, cells) => {
				const row = () => Array.from({ length: of.width }, () => cells.next().value!).join(by);
				expect(await guess(Array.from({ length: of.rows + 1 }, row).join('\n'))).toBe(by);
			}
		)
	);
});

test('a delimiter is found by its name', () => {
	expect(['tab', ';', 'Comma', '\\t', 'x', 'toString'].map(findDelimiter)).toEqual([
		'\t',
		';',
		',',
		'\t',
		null,
		null
	]);
});
