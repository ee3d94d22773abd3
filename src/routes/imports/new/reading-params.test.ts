import { expect, test } from 'vitest';
import { openingIn, wizardQuery } from './reading-params.ts';

test('what is stated about a file is the same after a round trip through the address', () => {
	for (const opening of [{}, { encoding: 'gb18030' }, { delimiter: '\t', sheet: '3 月 & 4' }]) {
		const query = wizardQuery('an-id', opening);
		expect(openingIn(new URL(query, 'http://x/imports/new'))).toEqual(opening);
		expect(new URLSearchParams(query).get('upload')).toBe('an-id');
	}
});
