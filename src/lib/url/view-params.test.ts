import { describe, expect, test } from 'vitest';
import { defaultView, parseView, withView, writeView, type View } from './view-params.ts';

const sorts = ['newest', 'urgent'];

describe('a view and its URL', () => {
	test.each<[Partial<View>, string]>([
		[{}, ''],
		[{ grain: 'week' }, 'grain=week'],
		[{ sort: 'urgent', after: 'U1.2026-10-05.77', size: 100 }, 'sort=urgent&after=U1.2026-10-05.77&size=100']
	])('%o is ?%s', (patch, search) => {
		expect(writeView(patch).toString()).toBe(search);
		expect(parseView(new URLSearchParams(search), sorts)).toEqual({ ...defaultView, ...patch });
	});

	test('what a page does not offer falls back to its default', () => {
		const search = new URLSearchParams('grain=hour&sort=name&size=1000&after=');
		expect(parseView(search, sorts)).toEqual(defaultView);
	});

	test('is added to a link with and without a filter', () => {
		expect(withView('/feedback', { size: 25 })).toBe('/feedback?size=25');
		expect(withView('/feedback?team=a', { sort: 'urgent' })).toBe('/feedback?team=a&sort=urgent');
		expect(withView('/feedback?team=a', defaultView)).toBe('/feedback?team=a');
	});
});
