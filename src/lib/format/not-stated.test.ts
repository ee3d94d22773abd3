import { expect, test } from 'vitest';
import { formatStated } from './not-stated.ts';

test('products and regions are named in the language of the page, other values are left as they are', () => {
	expect(formatStated('cash-loan', 'en')).toBe('Cash loan');
	expect(formatStated('guangdong', 'zh-CN')).toBe('广东');
	expect(formatStated('Kreditkarte', 'zh-CN')).toBe('Kreditkarte');
	expect(formatStated('constructor', 'en')).toBe('constructor');
	expect(formatStated('', 'zh-CN')).toBe('未注明');
});
