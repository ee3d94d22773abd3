import { expect, it } from 'vitest';
import { isCounted, polarities } from './tag.ts';

it('what is asserted or threatened counts, the rest is kept to be seen', () => {
	expect(polarities.filter((polarity) => isCounted({ polarity }))).toEqual(['asserted', 'threatened']);
});

it.each([
	['machine', true],
	['confirmed', true],
	['added', true],
	['rejected', false]
] as const)('a tag that is %s: counted %s', (status, counts) => {
	expect(isCounted({ polarity: 'asserted', status })).toBe(counts);
	expect(isCounted({ polarity: 'negated', status })).toBe(false);
});
