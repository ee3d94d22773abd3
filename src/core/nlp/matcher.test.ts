import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from '../text/growth.fixture.ts';
import { EarshotError } from '../domain/errors.ts';
import type { Scope } from '../domain/theme-pack.ts';
import { normalise } from '../text/normalise.ts';
import { createEngine } from './engine.ts';
import { packsOf } from './packs.fixture.ts';

const packs = packsOf([]);
function find(language: 'en' | 'zh', pattern: string, raw: string, scope?: Scope): readonly string[] {
	const engine = createEngine(language, packs);
	engine.add({ text: pattern, where: 'test', ...(scope ? { scope } : {}) });
	const { text } = normalise(raw);
	const { tokens, matches } = engine.find(text);
	return matches.map(({ from, to }) => text.slice(tokens.starts[from], tokens.ends[to - 1]));
}

describe('patterns of English', () => {
	it.each([
		['stems', 'call neighbor', 'They called neighbors', 'called neighbors'],
		['an exact word', '=calls', 'he called and calls', 'calls'],
		['irregular forms', 'tell boss', 'told the boss', 'told the boss'],
		['contractions', 'will not stop', "they won't stop", "won't stop"],
		['a misspelt word', '=calling me', 'they keep callling me', 'callling me'],
		['a misspelt contraction', 'they are calling', 'theyre calling', 'theyre calling'],
		['a choice of several words', '{pay|send money} now', 'send money now', 'send money now'],
		['a choice in a choice', '{my {old|new}? boss|hr} knows', 'my new boss knows', 'my new boss knows'],
		['an optional word', 'call my? mother', 'calling mother', 'calling mother'],
		['a word left out', 'yell at face', 'yelled even at the face', 'yelled even at the face'],
		['a class', 'call <relative>', 'calls friends', 'calls friends'],
		['a class of several words', 'call my <relative>', 'calls my mother in law', 'calls my mother'],
		['a gap', 'call …3 debt', 'called him about this debt', 'called him about this debt'],
		['a gap in a choice', '{call … twice|ring}', 'called us twice', 'called us twice'],
		['a number', '# times', 'twenty five times', 'twenty five times'],
		[
			'a gap behind a number across a sentence end',
			'#=25 … times',
			'twenty. five bad times',
			'twenty. five bad times'
		],
		['a comparison', '#>=10 times', 'called 9 times or 15-20 times', '15-20 times'],
		['a time of day', '#unsocial_time', 'at 10 am and 6:30 am', '6:30 am'],
		['a compared time', '#time<7:00', 'at 7:30 am and 6 in the morning', '6 in the morning'],
		['a count', '#count_per_day>=9', '8 times a day, 9 per day', '9 per day'],
		['the beginning of a clause', '^pay', 'we pay, pay', 'pay'],
		['the end of a clause', 'pay$', 'pay us or pay, then go', 'pay']
	])('match %s', (_, pattern, text, found) => {
		expect(find('en', pattern, text)).toContain(found.toLowerCase());
	});

	it.each([
		['another stem', 'police', 'polite policies'],
		['words across a sentence end', 'call mother', 'They call. Mother came'],
		['a gap that is too long', 'call …2 debt', 'call one two three debt'],
		['a gap across a sentence end', 'call … debt', 'They call. The debt'],
		['an exact word by its stem', '=call', 'called'],
		['a code as a number', '# times', '12378 times'],
		['money as a number', '#>=3 times', '$500 times']
	])('miss %s', (_, pattern, text) => {
		expect(find('en', pattern, text)).toEqual([]);
	});

	it('begin a sentence where twenty words have run on without a stop', () => {
		const words = (count: number) => 'word '.repeat(count);
		expect(find('en', 'debt … mother', `${words(20)}debt and they called mother`)).toEqual([]);
		expect(find('en', 'debt … mother', `${words(20)}debt and called mother`)).toHaveLength(1);
		expect(find('en', 'debt … mother', `${words(10)}debt and they called mother`)).toHaveLength(1);
	});

	it('keep gaps within their scope', () => {
		const text = 'They call, and the debt. Then twice';
		expect(find('en', 'call … debt', text, 'clause')).toEqual([]);
		expect(find('en', 'call … debt', text)).toHaveLength(1);
		expect(find('en', 'call … twice', text)).toEqual([]);
		expect(find('en', 'call … twice', text, 'text')).toHaveLength(1);
	});
});

describe('patterns of Chinese', () => {
	it.each([
		['characters', '骂我', '他骂了我', '骂了我'],
		['variants', '骂他', '骂她', '骂她'],
		['an optional character', '打给?我', '打我', '打我'],
		['a choice', '{辱骂|骂}我', '辱骂我', '骂我'],
		['a class', '打给<relative>', '打给妈妈', '打给妈妈'],
		['a class word after its character', '打给我<relative>', '打给我妈', '打给我妈'],
		['a gap of characters', '打…3钱', '打我要钱', '打我要钱'],
		['numbers written out', '#>=30通', '三十几通', '三十几通'],
		['a range by its least', '#=7个', '七八个', '七八个'],
		['a time of day', '#unsocial_time', '上午十点，晚上十点半', '晚上十点半'],
		['a count', '#count_per_day>30', '每天打了三十几个电话', '每天打了三十几个电话'],
		['words with a quote between', '催收', '催”收', '催"收'],
		['Traditional characters', '骚扰', '騷擾', '骚扰']
	])('match %s', (_, pattern, text, found) => {
		expect(find('zh', pattern, text)).toContain(found);
	});

	it.each([
		['a comma between', '骂我', '骂，我'],
		['a class word without its character', '给<relative>', '给妈的'],
		['a long gap', '打…3钱', '打了我很多次要钱'],
		['a year as a count', '#年', '2012年']
	])('miss %s', (_, pattern, text) => {
		expect(find('zh', pattern, text)).toEqual([]);
	});
});

describe('a pattern that says nothing', () => {
	it.each(['', '…', 'call …', '{a|}', 'x?', '<nobody> calls', '{call', 'call}', '?', 'a ^b c', '#>', 'the'])(
		'%j is refused, with its place',
		(pattern) => {
			expect(() => find('en', pattern, 'text')).toThrow(
				expect.objectContaining({ code: 'bad-pack', message: expect.stringContaining('test') })
			);
		}
	);
});

describe('an option that is left out of texts', () => {
	it.each([
		['en', 'unlike {other|the}'],
		['en', '{an|my} uncle … call'],
		['en', 'call {{my|the}|your} … debt'],
		['zh', '拿{走|了}…4抵']
	] as const)('is refused at an edge of what is looked for: %s %s', (language, pattern) => {
		expect(() => find(language, pattern, 'text')).toThrow(
			expect.objectContaining({ code: 'bad-pack', message: expect.stringContaining('at an edge') })
		);
	});

	it.each([
		['en', 'break {my|the} lease', 'they break the lease', 'break the lease'],
		['en', 'unlike {other|=the} bank', 'unlike the bank', 'unlike the bank'],
		['zh', '拿{走|了}?…4抵', '拿了东西抵', '拿了东西抵']
	] as const)('is good elsewhere, or where it is meant: %s %s', (language, pattern, text, found) => {
		expect(find(language, pattern, text)).toContain(found);
	});
});

describe('any pattern and any text', () => {
	const piece = fc.constantFrom(
		...[
			'call',
			'a',
			'骂',
			'我',
			'…',
			'…3',
			'{',
			'|',
			'}',
			'?',
			'<relative>',
			'<',
			'#',
			'#>=3',
			'#time',
			'^',
			'$',
			'=',
			' ',
			'父母'
		]
	);
	const pieces = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''));
	const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), pieces);
	it('is matched, or refused as a bad pack', () => {
		fc.assert(
			fc.property(fc.constantFrom('en', 'zh'), pieces, anyText, (language, pattern, text) => {
				try {
					find(language as 'en' | 'zh', pattern, text);
				} catch (error) {
					expect(error).toBeInstanceOf(EarshotError);
				}
				expect(true).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		[
			'en',
			'{call|call call|call call call} {call|call call} … {call|call call?} …9 {call <relative>?|call} #?'
		],
		['zh', '{我|我我|我我我}{我|我我}…{我我?|我}…9{打<relative>?|我}#']
	] as const)(
		'takes time linear in the text: %s',
		(language, pattern) => {
			const engine = createEngine(language, packs);
			engine.add({ text: pattern, where: 'test' });
			const word = language === 'en' ? 'call ' : '我';
			const growth = growthOf((length) => engine.find(word.repeat(length / word.length)));
			expect(growth).toBeLessThan(50);
		},
		60_000
	);
});
