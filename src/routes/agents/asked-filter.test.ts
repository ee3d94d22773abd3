import { expect, test } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import { leaveOut } from './asked-filter.ts';

test('fields a page cannot honour are emptied and said; the others stay', () => {
	const filter = { ...emptyFilter, text: 'shouted', team: ['t1', 't2'], channel: ['phone'] };
	expect(leaveOut(filter, ['text', 'team'])).toEqual({
		asked: { ...emptyFilter, channel: ['phone'] },
		issues: [
			{ param: 'q', value: 'shouted' },
			{ param: 'team', value: 't1' },
			{ param: 'team', value: 't2' }
		]
	});
	expect(leaveOut({ ...emptyFilter, channel: ['phone'] }, ['text']).issues).toEqual([]);
});
