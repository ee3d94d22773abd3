import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectEmergingTerms } from '../stats/emerging-terms.ts';
import { containsTerm, countTerms, findTerms } from './emerging-terms.ts';

describe('findTerms', () => {
	it.each([
		['They sent a fake court letter', ['sent', 'fake', 'fake court', 'court', 'court letter', 'letter']],
		['Threatened me, threatened my wife', ['threatened', 'wife']],
		['called XXXX work «phone» boss', ['called', 'work', 'boss']],
		['paid 500 dollars', ['paid', 'dollars']],
		["Can't pay", ["can't", "can't pay", 'pay']],
		['Since October, every Monday they phone', ['since', 'every', 'phone']],
		['十月三号 起诉', ['起诉']],
		['5 !!', []],
		['', []]
	])('of %j are %j', (text, terms) => {
		expect(findTerms(text)).toEqual(new Set(terms));
	});

	it('are runs of Chinese characters that neither begin nor end with a particle', () => {
		expect([...findTerms('爆通讯录了')]).toEqual(['爆通', '爆通讯', '爆通讯录', '通讯', '通讯录', '讯录']);
		expect([...findTerms('威胁我，上门')]).toEqual(['威胁', '上门']);
		expect([...findTerms('爆通訊錄')]).toEqual([...findTerms('爆通讯录')]);
	});

	it('mixes both languages in one text', () => {
		expect(findTerms('用robocall轰炸')).toEqual(new Set(['robocall', '轰炸']));
	});

	it('gives terms that stand in the text, at most six characters or two words long', () => {
		const part = fc.constantFrom(
			'call',
			'debt',
			'the',
			'催收',
			'的',
			'，',
			'. ',
			' ',
			'电话',
			"don't",
			'xxxx',
			'7'
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
				for (const term of findTerms(parts.join(''))) {
					if (/[a-z]/.test(term)) expect(term.split(' ').length).toBeLessThanOrEqual(2);
					else expect(term.length).toBeLessThanOrEqual(6);
					expect(term).not.toMatch(/\bxx|^the$/);
				}
			})
		);
	});
});

describe('countTerms', () => {
	it('counts a record once, and copies of a template as one', () => {
		const now = [
			{ text: 'fraud fraud fraud' },
			{ text: 'fraud again', templateId: 't1' },
			{ text: 'fraud again', templateId: 't1' },
			{ text: 'kind voice', templateId: null }
		];
		expect(countTerms(now, [{ text: 'fraud' }], 1)).toEqual({
			terms: [
				{ term: 'fraud', now: 2, before: 1 },
				{ term: 'kind', now: 1, before: 0 },
				{ term: 'voice', now: 1, before: 0 },
				{ term: 'kind voice', now: 1, before: 0 }
			],
			records: { now: 3, before: 1 }
		});
	});

	it('leaves out what is rarer than asked for', () => {
		const { terms } = countTerms([{ text: 'rare word' }], Array(9).fill({ text: 'word' }));
		expect(terms).toEqual([{ term: 'word', now: 1, before: 9 }]);
	});
});

describe('containsTerm', () => {
	it.each([
		['court letter', 'letter', true],
		['court letters', 'letter', false],
		['court', 'court', false],
		['爆通讯录', '通讯', true],
		['通讯', '爆通讯录', false]
	])('%j holds %j: %j', (longer, shorter, holds) => {
		expect(containsTerm(longer, shorter)).toBe(holds);
	});
});

describe('terms found and selected together', () => {
	it('bring up a new threat as one phrase, in both languages', () => {
		const usual = ['they call every day', 'rude agent', '每天打电话', '态度恶劣'];
		const before = Array.from({ length: 800 }, (_, index) => ({ text: usual[index % 4]! }));
		const now = Array.from({ length: 200 }, (_, index) => ({
			text:
				index % 5 === 0
					? 'they sent a fake warrant to the office'
					: index % 5 === 1
						? '他们发假逮捕令给单位'
						: usual[index % 4]!
		}));
		const { terms, records } = countTerms(now, before);
		const found = selectEmergingTerms(terms, { records, contains: containsTerm }).map(({ term }) => term);
		expect(found).toContain('fake warrant');
		expect(found).not.toContain('warrant');
		expect(found.some((term) => term.includes('假逮捕令'))).toBe(true);
		expect(found.some((term) => usual.join(' ').includes(term))).toBe(false);
		expect(found.length).toBeLessThan(10);
	});
});
