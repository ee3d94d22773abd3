import { describe, expect, it } from 'vitest';
import type { Packs, PolarityPack, Theme } from '../domain/theme-pack.ts';
import type { Taxonomy } from '../domain/vocabulary.ts';
import { createTagger } from './tagger.ts';

const polarity: PolarityPack = {
	language: 'en',
	negators: ['never', 'not'],
	pseudoNegators: [],
	window: 5,
	stops: ['.'],
	hypothetical: [],
	ownAct: ['I'],
	threat: []
};
function aTheme(id: string, en: string[], zh: string[], taxonomy: Taxonomy = 'conduct'): Theme {
	const name = { en: id, zh: id };
	return {
		id,
		taxonomy,
		severity: 3,
		name,
		counts: name,
		notCounts: null,
		why: null,
		urgency: null,
		clauses: [],
		cfpb: null,
		jrt: null,
		phrases: { en, zh }
	};
}
function packsOf(...themes: Theme[]): Packs {
	return { version: 'test', themes, polarity: [polarity], rules: [] };
}
const tagger = createTagger(
	packsOf(
		aTheme('family', ['called my mother', 'called my mother about … debt'], ['骚扰我家人', '打给…欠钱']),
		aTheme('abuse', ['{yelled|screamed} at me'], ['骂我']),
		aTheme('plan', ['payment plan'], ['分期'], 'remedy')
	)
);
const themesOf = (text: string, language: 'en' | 'zh-Hans' | 'zh-Hant' | 'mixed' | 'other' = 'en') =>
	tagger.tag(text, language).map((tag) => tag.themeId);
const spansOf = (text: string, language: 'en' | 'zh-Hant' = 'en') =>
	tagger.tag(text, language).flatMap((tag) => tag.spans.map((span) => text.slice(span.start, span.end)));

describe('createTagger', () => {
	it('finds a phrase in other tenses and with other relatives', () => {
		expect(themesOf('He keeps calling our father. She SCREAMED at us!')).toEqual(['family', 'abuse']);
	});
	it('gives the rule, and spans that are exact in the text as it was given', () => {
		const text = '[NAME]天天騷\u200b擾我的家人';
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
	it('reads a text by the rules of its language', () => {
		const both = 'They yelled at me. 还骚扰我家人';
		expect(themesOf(both, 'mixed')).toEqual(['family', 'abuse']);
		expect(themesOf(both, 'en')).toEqual(['abuse']);
		expect(themesOf(both, 'zh-Hans')).toEqual(['family']);
		expect(themesOf(both, 'other')).toEqual([]);
		expect(themesOf('')).toEqual([]);
	});
	it('refuses a phrase that holds nothing to look for, naming the rule', () => {
		expect(() => createTagger(packsOf(aTheme('abuse', ['yelled … %'], [])))).toThrow(
			expect.objectContaining({ code: 'bad-pack', message: expect.stringContaining('conduct/abuse/en/01') })
		);
	});
});
