import { expect, test } from 'vitest';
import { Fields } from './fields.ts';

const row = (values: Record<string, string>) => new Fields({ line: 9, values });

test('a text has up to 100,000 characters, anything else up to 200', () => {
	const fits = row({ text: 'x'.repeat(100_000), id: 'y'.repeat(200) });
	expect(fits.finish([fits.text('text').length, fits.words('id')?.length])).toEqual({
		ok: true,
		value: [100_000, 200]
	});
	const exceeds = row({ text: 'x'.repeat(100_001), id: 'y'.repeat(201) });
	expect(exceeds.finish([exceeds.text('text'), exceeds.words('id')])).toMatchObject({
		ok: false,
		issues: [
			{ line: 9, column: 'text', code: 'too-long', value: null },
			{ line: 9, column: 'id', code: 'too-long', value: null }
		]
	});
});

test('a text keeps its spaces and lines but nothing that a database cannot store', () => {
	const fields = row({ text: ' two\nlines\0 \ud83d\ude00 \ud83d ', id: ' A\0 ' });
	expect(fields.text('text')).toBe(' two\nlines \ud83d\ude00 \ufffd ');
	expect(fields.words('id')).toBe('A');
});

test('an absent column reads as an empty cell, and an empty cell as null', () => {
	for (const fields of [row({}), row({ a: ' ' })]) {
		expect([fields.words('a'), fields.slug('a'), fields.day('a'), fields.whole('a', 0, 9)]).toEqual([
			null,
			null,
			null,
			null
		]);
		expect(fields.text('a').trim()).toBe('');
		expect(fields.finish('fine')).toEqual({ ok: true, value: 'fine' });
	}
});

test('a required cell is missed once, and a bad one is not called missing', () => {
	const fields = row({ bad: 'soon', nothing: '—' });
	fields.required('absent', fields.day('absent'));
	fields.required('bad', fields.day('bad'));
	fields.required('nothing', fields.slug('nothing'));
	expect(fields.finish(null)).toMatchObject({
		issues: [
			{ column: 'absent', code: 'missing-value' },
			{ column: 'bad', code: 'bad-date', value: 'soon' },
			{ column: 'nothing', code: 'unknown-value' }
		]
	});
});

test('numbers are whole, in range, and may be written in full width', () => {
	const numbers = ['0', '3', '３', '007', '', '6', '-1', '1.5', '1e3', '0x1', '9'.repeat(30)];
	const read = numbers.map((text) => row({ n: text }).whole('n', 0, 5));
	expect(read).toEqual([0, 3, 3, null, null, null, null, null, null, null, null]);
	expect(row({ n: '007' }).whole('n', 0, 9)).toBe(7);
});

test('“none” in a column of ids is not stated, as it is in a filter', () => {
	expect(row({ product: 'None' }).slug('product')).toBeNull();
	expect(row({ product: 'Cash Loan' }).slug('product')).toBe('cash-loan');
});
