import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from './tag.ts';
import type { RulePack } from './theme-pack.ts';
import {
	checkClaim,
	isBeyond,
	measureContacts,
	measureRules,
	mostInWindow,
	mostWithin,
	type LoggedContact
} from './words-against-log.ts';

const contact = (day: string, minute = 600, patch: Partial<LoggedContact> = {}): LoggedContact => ({
	day,
	minute,
	channel: 'phone',
	outcome: 'no_answer',
	...patch
});
const times = (count: number, day: string) => Array.from({ length: count }, () => contact(day));
const count = (value: number, per?: string): Quantity => ({
	kind: 'count',
	value,
	text: '',
	...(per ? { per } : {})
});
const at = (minutes: number): Quantity => ({ kind: 'time', value: minutes, text: '' });
const note = { en: 'a', zh: '一' };
const pack = {
	id: 'cn',
	barredHours: { from: '22:00', to: '08:00' },
	frequency: [{ cap: 6, days: 1, per: 'contact', attempts: 'unanswered', note }]
} as unknown as RulePack;

describe('a stated number', () => {
	const log = [...times(9, '2026-10-03'), ...times(2, '2026-10-04'), ...times(3, '2026-10-09')];
	it.each([
		[count(9, 'day'), 'confirmed', 9],
		[count(15, 'day'), 'less', 9],
		[count(14, 'week'), 'confirmed', 14],
		[count(15, 'week'), 'less', 14],
		[count(14, 'month'), 'confirmed', 14]
	] as const)('%j is %s: the log has %d', (claim, verdict, measured) => {
		expect(checkClaim(claim, log)).toEqual({ verdict, reason: null, measured });
	});

	it('cannot be checked without the time it is for, for another time, or without contacts', () => {
		expect(checkClaim(count(9), log).reason).toBe('no-span');
		expect(checkClaim(count(9, 'minute'), log).reason).toBe('other-span');
		expect(checkClaim(count(9, 'day'), []).reason).toBe('no-contacts');
		expect(checkClaim(count(9, 'day'), log, 'no-log')).toEqual({
			verdict: 'unchecked',
			reason: 'no-log',
			measured: null
		});
	});
});

describe('a stated hour', () => {
	const log = [contact('2026-10-03', 6 * 60 + 10), contact('2026-10-04', 23 * 60 + 50)];
	it.each([
		['6:30', 6 * 60 + 30, 'confirmed', 6 * 60 + 10],
		['7:00', 7 * 60, 'less', 6 * 60 + 10],
		['ten past midnight', 10, 'confirmed', 23 * 60 + 50],
		['midnight written as 24:00', 24 * 60, 'confirmed', 23 * 60 + 50]
	])('%s', (_, minutes, verdict, measured) => {
		expect(checkClaim(at(minutes), log)).toMatchObject({ verdict, measured });
	});
});

describe('the numbers of a pack', () => {
	it('count only what they are about', () => {
		const log = [
			...times(7, '2026-10-03'),
			...Array.from({ length: 9 }, () => contact('2026-10-04', 600, { outcome: 'connected' })),
			contact('2026-10-05', 7 * 60 + 59, { channel: 'sms' })
		];
		const [hours, frequency] = measureRules(log, pack);
		expect(hours).toMatchObject({ kind: 'hours', contacts: 1 });
		expect(frequency).toMatchObject({ kind: 'frequency', most: 7, cap: 6 });
		expect([hours, frequency].map((each) => each && isBeyond(each))).toEqual([true, true]);
		expect(measureRules(times(6, '2026-10-03'), pack).map(isBeyond)).toEqual([false, false]);
	});
});

describe('windows', () => {
	const days = fc.array(
		fc.integer({ min: 1, max: 28 }).map((day) => contact(`2026-10-${String(day).padStart(2, '0')}`))
	);
	it('never hold less when they are longer, and never more than there is', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 10 }), (log, window) => {
				const most = mostWithin(log, window);
				expect(most).toBeLessThanOrEqual(mostWithin(log, window + 1));
				expect(most).toBeLessThanOrEqual(log.length);
				expect(mostWithin(log, 31)).toBe(log.length);
				expect(measureContacts(log).mostInDay).toBe(mostWithin(log, 1));
			})
		);
	});

	it('that end before the period are left out, those that reach into it are whole', () => {
		const perDay = new Map([
			['2026-09-27', 9],
			['2026-09-30', 5],
			['2026-10-01', 3]
		]);
		expect(mostInWindow(perDay, 1, '2026-10-01')).toBe(3);
		expect(mostInWindow(perDay, 7, '2026-10-01')).toBe(17);
		expect(mostInWindow(perDay, 1)).toBe(9);
	});
});
