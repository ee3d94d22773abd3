import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import type { Names } from '#server/app/names.ts';
import { countedFacets } from './facets.ts';

const names: Names = {
	agencies: [],
	teams: [],
	agents: [],
	themes: (
		[
			['praise', 'positive'],
			['threat', 'conduct'],
			['insult', 'conduct']
		] as const
	).map(([id, taxonomy]) => ({ id, taxonomy, severity: 1, name: { en: id, zh: id } }))
};

describe('menus of the list of feedback', () => {
	it('name the themes taxonomy by taxonomy, most first in each, with their counts', () => {
		const themes = [
			{ theme: 'praise', count: 9 },
			{ theme: 'threat', count: 5 },
			{ theme: 'insult', count: 2 }
		];
		const [menu] = countedFacets({ names, themes, facets: {} }, emptyFilter, 'en');
		expect(menu?.field).toBe('theme');
		expect(menu?.options.map(({ value, count }) => [value, count])).toEqual([
			['threat', 5],
			['insult', 2],
			['praise', 9]
		]);
	});
});
