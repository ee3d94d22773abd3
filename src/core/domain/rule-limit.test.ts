import { describe, expect, test } from 'vitest';
import { checkLimits } from './rule-limit.ts';
import type { RulePack } from './theme-pack.ts';

const note = { en: 'note', zh: '注' };
function packOf(id: string, parts: Partial<RulePack>): RulePack {
	return {
		id,
		name: { en: id, zh: id },
		version: '1',
		barredHours: null,
		frequency: [],
		thirdParty: note,
		visits: note,
		complaintClockDays: [],
		recordsYears: null,
		sources: [],
		...parts
	};
}
const sixADay = packOf('cn', {
	barredHours: { from: '22:00', to: '08:00' },
	frequency: [{ cap: 6, days: 1, per: 'contact', attempts: 'unanswered', note }]
});
const sevenAWeek = packOf('us', { frequency: [{ cap: 7, days: 7, per: 'debt', attempts: 'calls', note }] });
const count = (value: number, per?: string) =>
	({ kind: 'count', value, text: '', ...(per === undefined ? {} : { per }) }) as const;
const time = (hours: number, minutes = 0) =>
	({ kind: 'time', value: hours * 60 + minutes, text: '' }) as const;
const verdicts = (...args: Parameters<typeof checkLimits>) =>
	checkLimits(...args).map(({ packId, verdict }) => `${packId} ${verdict}`);

describe('a count against caps', () => {
	test('nine a day is beyond six a day, and beyond seven a week', () => {
		expect(verdicts(count(9, 'day'), [sixADay, sevenAWeek])).toEqual(['cn beyond', 'us beyond']);
	});
	test('six a day is within six a day; within a week it may be either', () => {
		expect(verdicts(count(6, 'day'), [sixADay, sevenAWeek])).toEqual(['cn within', 'us unknown']);
	});
	test('a week of thirty has a day beyond six only where no even spread stays under it', () => {
		expect(verdicts(count(42, 'week'), [sixADay])).toEqual(['cn unknown']);
		expect(verdicts(count(43, 'week'), [sixADay])).toEqual(['cn beyond']);
	});
	test('ten in an hour are beyond six a day', () => {
		expect(verdicts(count(10, 'hour'), [sixADay])).toEqual(['cn beyond']);
	});
	test('a bare count meets no rule', () => {
		expect(checkLimits(count(50), [sixADay, sevenAWeek])).toEqual([]);
	});
	test('a cap of none for those who asked to stop is no cap for others', () => {
		const none = packOf('us', { frequency: [{ cap: 0, days: 7, per: 'debt', attempts: 'calls', note }] });
		expect(checkLimits(count(1, 'day'), [none])).toEqual([]);
	});
});

describe('a time against barred hours', () => {
	test.each([
		[time(22, 40), 'cn beyond'],
		[time(22), 'cn within'],
		[time(8), 'cn within'],
		[time(7, 59), 'cn beyond'],
		[time(0, 30), 'cn beyond'],
		[time(12), 'cn within']
	])('%o', (asked, verdict) => {
		expect(verdicts(asked, [sixADay, sevenAWeek])).toEqual([verdict]);
	});
	test('hours that do not pass midnight', () => {
		const noon = packOf('xx', { barredHours: { from: '12:00', to: '14:00' } });
		expect(verdicts(time(13), [noon])).toEqual(['xx beyond']);
		expect(verdicts(time(15), [noon])).toEqual(['xx within']);
	});
});
