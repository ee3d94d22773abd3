import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf } from '../text/growth.fixture.ts';
import type { Language } from '../domain/vocabulary.ts';
import { aRule, aTheme, packsOf } from './packs.fixture.ts';
import { createTagger } from './tagger.ts';

const tagger = createTagger(
	packsOf([
		aTheme('family', ['called my mother', 'called my mother about … debt'], ['骚扰我家人', '打给…欠钱']),
		aTheme('abuse', ['{yelled|screamed} at me'], ['骂我']),
		aTheme('plan', ['payment plan'], ['分期'], 'remedy')
	])
);
const themesOf = (text: string, language: Language = 'en') =>
	tagger.tag(text, language).map((tag) => tag.themeId);
const spansOf = (text: string, language: 'en' | 'zh-Hant' = 'en') =>
	tagger.tag(text, language).flatMap((tag) => tag.spans.map((span) => text.slice(span.start, span.end)));

describe('createTagger', () => {
	it('finds a phrase in other tenses and with other relatives', () => {
		expect(themesOf('He keeps calling our father. She SCREAMED at us!')).toEqual(['family', 'abuse']);
	});
	it('gives the rule, and spans that are exact in the text as it was given', () => {
		const text = '«name»天天騷\u200b擾我的家人';
		expect(tagger.tag(text, 'zh-Hant')[0]).toMatchObject({
			themeId: 'family',
			taxonomy: 'conduct',
			severity: 3,
			polarity: 'asserted',
			spans: [{ ruleId: 'conduct/family/zh/01' }]
		});
		expect(spansOf(text, 'zh-Hant')).toEqual(['騷\u200b擾我的家人']);
	});
	it('lets “…” stand for a few words, not for many and not for a sentence end', () => {
		expect(themesOf('打给我姐说我欠钱', 'zh-Hans')).toEqual(['family']);
		expect(themesOf('打给我。姐说我欠钱', 'zh-Hans')).toEqual([]);
		expect(themesOf('打给我以后又过了两天才有人来问我为什么还欠钱', 'zh-Hans')).toEqual([]);
	});
	it('keeps one span where rules of a theme overlap', () => {
		expect(spansOf('They called my mother about this debt, then called my mother.')).toEqual([
			'called my mother about this debt',
			'called my mother'
		]);
	});
	it('lets the most certain of several statements decide', () => {
		const [tag] = tagger.tag('They never yelled at me. Then one screamed at me.', 'en');
		expect(tag?.spans.map((span) => span.polarity)).toEqual(['negated', 'asserted']);
		expect(tag?.polarity).toBe('asserted');
	});
	it('minds “I” only where an act of the collector is told', () => {
		expect(tagger.tag('I yelled at him. I called my mother.', 'en')).toMatchObject([
			{ themeId: 'family', polarity: 'own_act' }
		]);
		expect(tagger.tag('I payment plan', 'en')).toMatchObject([{ themeId: 'plan', polarity: 'asserted' }]);
	});
	it('raises the severity where a rule says that the act was graver, unless it was denied', () => {
		const graver = createTagger(
			packsOf(
				[aTheme('abuse', ['yelled at me'], [])],
				[aRule('en', 'abuse', 'yelled at me with knife', { raises: true })]
			)
		);
		const severityOf = (text: string) => graver.tag(text, 'en')[0]?.severity;
		expect(severityOf('They yelled at me.')).toBe(3);
		expect(severityOf('They yelled at me with a knife.')).toBe(4);
		expect(severityOf('They never yelled at me with a knife. They yelled at me.')).toBe(3);
		expect(graver.tag('They yelled at me with a knife.', 'en')[0]?.spans).toMatchObject([{ raises: true }]);
	});
	it('reads a text by the rules of its language', () => {
		const both = 'They yelled at me. 还骚扰我家人';
		expect(themesOf(both, 'mixed')).toEqual(['family', 'abuse']);
		expect(themesOf(both, 'en')).toEqual(['abuse']);
		expect(themesOf(both, 'zh-Hans')).toEqual(['family']);
		expect(themesOf(both, 'other')).toEqual([]);
		expect(themesOf('')).toEqual([]);
	});
	it('refuses a phrase that holds nothing to look for, naming the rule', () => {
		expect(() => createTagger(packsOf([aTheme('abuse', ['yelled … %'], [])]))).toThrow(
			expect.objectContaining({ code: 'bad-pack', message: expect.stringContaining('conduct/abuse/en/01') })
		);
	});
	it('asks for what a rule requires and minds what it excludes, as near as it says', () => {
		const rule = (more: object) =>
			createTagger(packsOf([aTheme('abuse', [], [])], [aRule('en', 'abuse', 'yell', more)]));
		const counts = (more: object, text: string) => rule(more).tag(text, 'en').length > 0;
		const text = 'My debt, they yell. Then a loan';
		expect(counts({ requires: ['debt'] }, text)).toBe(true);
		expect(counts({ requires: ['clause: debt'] }, text)).toBe(false);
		expect(counts({ requires: ['after: debt'] }, text)).toBe(false);
		expect(counts({ requires: ['before: debt'] }, text)).toBe(true);
		expect(counts({ requires: ['loan'] }, text)).toBe(false);
		expect(counts({ requires: ['text: loan'] }, text)).toBe(true);
		expect(counts({ requires: ['text after: loan', 'debt'] }, text)).toBe(true);
		expect(counts({ excludes: ['debt'] }, text)).toBe(false);
		expect(counts({ excludes: ['loan'] }, text)).toBe(true);
	});
	it('takes a rule at its word where it says how it is meant', () => {
		const rules = [aRule('en', 'abuse', 'yell', { polarity: 'threatened' })];
		const [tag] = createTagger(packsOf([aTheme('abuse', [], [])], rules)).tag('They never yell', 'en');
		expect(tag).toMatchObject({ polarity: 'threatened', spans: [{ reason: 'rule' }] });
	});
	it.each([
		[
			'en',
			'called my mother 15 times a day',
			{ kind: 'count', value: 15, per: 'day', text: '15 times a day' }
		],
		['en', 'called my mother at 6:30 AM', { kind: 'time', value: 390, text: '6:30 am' }],
		['en', 'called my mother for 3 weeks', { kind: 'duration', value: 3, per: 'week', text: '3 weeks' }],
		[
			'zh-Hans',
			'每天打三十几个电话骚扰我家人',
			{ kind: 'count', value: 31, per: 'day', text: '每天打三十几个电话' }
		]
	] as const)('attaches the figure: %s %s', (language, text, quantity) => {
		expect(tagger.tag(text, language)[0]?.spans[0]?.quantity).toEqual(quantity);
	});
	it('points at the evidence of any text, and never throws', () => {
		const piece = fc.constantFrom(
			'called my mother ',
			'骚扰我家人',
			'騷',
			'\u200b',
			'"',
			'。',
			'\n',
			'15 times a day',
			'ﬁ',
			'我说',
			'Agent: '
		);
		const anyText = fc.oneof(
			fc.array(piece).map((all) => all.join('')),
			fc.string({ unit: 'binary' })
		);
		fc.assert(
			fc.property(anyText, (text) => {
				for (const { spans } of tagger.tag(text, 'mixed')) {
					for (const [index, { start, end }] of spans.entries()) {
						expect(text.slice(start, end)).not.toBe('');
						expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
						expect(end).toBeLessThanOrEqual(text.length);
					}
				}
				expect(tagger.tag(text, 'other')).toEqual([]);
			})
		);
	});
	it.each([
		[
			'en',
			'They called my mother 15 times a day, "never called my mother" I said. Agent: we called my mother\n'
		],
		['zh-Hans', '每天打三十几个电话骚扰我家人，我说：“没有骚扰我家人”。坐席：骚扰我家人\n']
	] as const)(
		'takes time linear in the text: %s',
		(language, sentence) => {
			const growth = growthOf((length) => tagger.tag(sentence.repeat(length / sentence.length), language));
			expect(growth).toBeLessThan(50);
		},
		60_000
	);
});
