import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { getLocale, overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { hiddenFields, optionsOf, pillsOf, type Facet } from './facets.ts';

const getPageLocale = getLocale;
beforeAll(() => overwriteGetLocale(() => 'en'));
afterAll(() => overwriteGetLocale(getPageLocale));

const filter: Filter = {
	...emptyFilter,
	period: { from: '2026-10-01', to: '2026-11-01' },
	complaint: 'yes',
	text: 'mother',
	team: ['north-1', 'gone'],
	stage: ['none']
};
const teams: Facet = { field: 'team', options: [{ value: 'north-1', label: 'North 1', count: 12 }] };

describe('pillsOf', () => {
	test('one pill a value, named in words, each linking to the view without it', () => {
		expect(pillsOf(filter, [teams], '/feedback', { sort: 'urgent', after: 'x' })).toEqual([
			{
				name: 'Words',
				value: 'mother',
				href: '/feedback?period=2026-10&complaint=yes&team=gone&team=north-1&stage=none&sort=urgent'
			},
			{
				name: 'Complaint',
				value: 'Complaints only',
				href: '/feedback?period=2026-10&q=mother&team=gone&team=north-1&stage=none&sort=urgent'
			},
			{
				name: 'Team',
				value: 'North 1',
				href: '/feedback?period=2026-10&q=mother&complaint=yes&team=gone&stage=none&sort=urgent'
			},
			{
				name: 'Team',
				value: 'gone',
				href: '/feedback?period=2026-10&q=mother&complaint=yes&team=north-1&stage=none&sort=urgent'
			},
			{
				name: 'Overdue stage',
				value: 'not stated',
				href: '/feedback?period=2026-10&q=mother&complaint=yes&team=gone&team=north-1&sort=urgent'
			}
		]);
	});
});

test('a chosen value that the data no longer has stays among the options', () => {
	expect(optionsOf(teams, filter)).toEqual([
		{ value: 'north-1', label: 'North 1', count: 12 },
		{ value: 'gone', label: 'gone' }
	]);
});

test('a value that is left out stays among the options, and a form with its menu carries it once', () => {
	const notNorth: Filter = { ...emptyFilter, not: { team: ['south-1'], channel: ['sms'] } };
	expect(optionsOf(teams, notNorth).map(({ value }) => value)).toEqual(['north-1', 'south-1']);
	expect(hiddenFields(notNorth, ['team'], {})).toEqual([['channel.not', 'sms']]);
});

test('a form carries what it does not show, and starts the list over', () => {
	expect(hiddenFields(filter, ['team', 'complaint', 'text'], { grain: 'week', after: 'x' })).toEqual([
		['period', '2026-10'],
		['stage', 'none'],
		['grain', 'week']
	]);
});
