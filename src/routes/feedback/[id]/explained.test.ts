import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getLocale, overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { decisionOf } from './decision.ts';
import { figureOf } from './figure.ts';

const getPageLocale = getLocale;
let locale: 'en' | 'zh-CN' = 'en';
beforeAll(() => overwriteGetLocale(() => locale));
afterAll(() => overwriteGetLocale(getPageLocale));
const span = { start: 0, end: 1, ruleId: 'a/en/b' } as const;

describe('decisionOf', () => {
	test('says which words decided', () => {
		locale = 'en';
		expect(decisionOf({ ...span, polarity: 'negated', reason: 'negator: never' })).toBe(
			'denied: does not count: denied by “never”'
		);
		expect(decisionOf({ ...span, polarity: 'asserted' })).toMatch(/^reported as done; /);
	});
	test('in the language of the page', () => {
		locale = 'zh-CN';
		expect(decisionOf({ ...span, polarity: 'threatened', reason: 'threat: 扬言' })).toContain(
			'“扬言”表明是扬言要做'
		);
	});
	test('a reason it does not know is shown as it is', () => {
		locale = 'en';
		expect(decisionOf({ ...span, polarity: 'asserted', reason: 'new: x' })).toContain('new: x');
	});
});

describe('figureOf', () => {
	test.each([
		[{ kind: 'count', value: 15, per: 'day', text: '' }, '15 times a day', '每天 15 次'],
		[{ kind: 'count', value: 1, per: 'hour', text: '' }, '1 time an hour', '每小时 1 次'],
		[{ kind: 'count', value: 40, text: '' }, '40 times', '40 次'],
		[{ kind: 'time', value: 22 * 60 + 40, text: '' }, '22:40', '22:40'],
		[{ kind: 'time', value: 24 * 60, text: '' }, '00:00', '00:00'],
		[{ kind: 'duration', value: 3, per: 'week', text: '' }, '3 weeks', '3 周'],
		[{ kind: 'duration', value: 1.5, per: 'month', text: '' }, '1.5 months', '1.5 个月']
	] as const)('%o is %s', (quantity, en, zh) => {
		locale = 'en';
		expect(figureOf(quantity)).toBe(en);
		locale = 'zh-CN';
		expect(figureOf(quantity)).toBe(zh);
	});
});
