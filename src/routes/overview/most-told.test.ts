import { expect, test } from 'vitest';
import { mostTold } from './most-told.ts';

test('a theme that changed is shown, however rare it is', () => {
	const rows = Array.from({ length: 20 }, (_, at) => ({ at, verdict: at === 18 ? 'more' : 'same' }) as const);
	const shown = mostTold(rows).map(({ at }) => at);
	expect(shown).toHaveLength(15);
	expect(shown.at(-1)).toBe(18);
});
