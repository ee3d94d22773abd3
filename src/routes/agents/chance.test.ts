import { expect, test } from 'vitest';
import { expectedOutside } from './chance.ts';

test('the number that chance puts outside is told to a tenth, and a smaller one as less than that', () => {
	expect(expectedOutside(97, 'en')).toBe('0.2');
	expect(expectedOutside(1300, 'en')).toBe('2.6');
	expect(expectedOutside(8, 'en')).toBe('< 0.1');
});
