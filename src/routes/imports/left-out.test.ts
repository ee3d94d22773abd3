import { expect, test } from 'vitest';
import { importHref, leftOutParam } from './left-out.ts';

test('the page of an import names the columns that were left out, and reads them back as they were', () => {
	expect(importHref(12, [])).toBe('/imports/12');
	const { pathname, searchParams } = new URL(importHref(12, ['notes & more', '备注']), 'http://localhost');
	expect(pathname).toBe('/imports/12');
	expect(searchParams.getAll(leftOutParam)).toEqual(['notes & more', '备注']);
});

test('a file with hundreds of columns makes no endless address', () => {
	const many = Array.from({ length: 500 }, (_, at) => `column ${at} ${'x'.repeat(200)}`);
	expect(importHref(12, many).length).toBeLessThan(2000);
});
