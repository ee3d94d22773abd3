import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskValue } from './row.ts';

test('a value in an issue is short and shows no phone, account or identity number', () => {
	expect(maskValue('carrier pigeon')).toBe('carrier pigeon');
	expect(maskValue('2026-13-01')).toBe('2026-13-01');
	expect(maskValue('ext 12345')).toBe('ext #####');
	expect(maskValue('138-1234-5678')).not.toMatch(/\d/);
	expect(maskValue('１３８１２３４５６７８')).not.toMatch(/\p{Nd}/u);
	expect(maskValue('li.na@example.com')).not.toContain('li.na');
	expect(maskValue('My name is and I live at and they called me again')).toBeNull();
});

test('no value ever shows five digits in a row', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('1', '٣', '-', 'x', ' '), maxLength: 60 }), (value) => {
			expect(maskValue(value) ?? '').not.toMatch(/\p{Nd}{5}/u);
		})
	);
});
