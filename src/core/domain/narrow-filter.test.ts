import { describe, expect, test } from 'vitest';
import { emptyFilter, type Filter } from './filter.ts';
import { narrow } from './narrow-filter.ts';

function aFilter(patch: Partial<Filter>): Filter {
	return { ...emptyFilter, ...patch };
}
const october = { from: '2026-10-01', to: '2026-11-01' };
const autumn = { from: '2026-09-01', to: '2026-12-01' };
const may = { from: '2026-05-01', to: '2026-06-01' };

describe('narrow', () => {
	test.each<[string, Partial<Filter>, Partial<Filter>, Partial<Filter> | null]>([
		[
			'adds what the view leaves open',
			{ channel: ['sms'] },
			{ kind: ['complaint'] },
			{ channel: ['sms'], kind: ['complaint'] }
		],
		[
			'keeps what both lists allow',
			{ urgency: ['U1', 'U2'] },
			{ urgency: ['U0', 'U1'] },
			{ urgency: ['U1'] }
		],
		['matches nothing when no value is in both lists', { urgency: ['U3'] }, { urgency: ['U0', 'U1'] }, null],
		['matches nothing when the answers differ', { complaint: 'no' }, { complaint: 'yes' }, null],
		['keeps equal answers', { complaint: 'yes' }, { complaint: 'yes' }, { complaint: 'yes' }],
		[
			'reads origin “all” as no restriction',
			{ origin: 'all' },
			{ origin: 'imported' },
			{ origin: 'imported' }
		],
		['overlaps periods', { period: autumn }, { period: october }, { period: october }],
		['matches nothing when periods do not meet', { period: autumn }, { period: may }, null],
		['keeps undated apart from every period', { period: 'undated' }, { period: may }, null],
		[
			'leaves out what either leaves out',
			{ not: { channel: ['sms'], team: ['north-1'] } },
			{ not: { channel: ['email', 'sms'] } },
			{ not: { team: ['north-1'], channel: ['sms', 'email'] } }
		],
		[
			'asks for every theme that either must have',
			{ theme: ['abuse'], allThemes: ['fee'] },
			{ allThemes: ['harm'] },
			{ theme: ['abuse'], allThemes: ['fee', 'harm'] }
		],
		['asks for the words of both', { text: 'mother' }, { text: 'calls' }, { text: 'mother calls' }],
		[
			'asks for either of one and the other',
			{ text: 'mother OR father' },
			{ text: 'calls' },
			{ text: '(mother OR father) calls' }
		]
	])('%s', (_name, view, patch, expected) => {
		expect(narrow(aFilter(view), patch)).toEqual(aFilter(expected ?? { ...view, theme: ['nothing'] }));
	});

	test('an empty patch changes nothing', () => {
		const view = aFilter({ team: ['none', 'north-1'], origin: 'all', period: october });
		expect(narrow(view, {})).toEqual(view);
	});
});
