import { describe, expect, it } from 'vitest';
import {
	checkPacks,
	parseClasses,
	parsePatterns,
	parsePolarity,
	parseRules,
	parseThemes
} from './parse-packs.ts';
import type { Packs, PolarityPack, Theme, WordClasses } from './theme-pack.ts';
import { taxonomies, type Taxonomy } from './vocabulary.ts';

const text = { en: 'English', zh: '中文' };
function aTheme(id: string, taxonomy: Taxonomy = 'conduct'): Theme {
	return {
		id,
		taxonomy,
		severity: 2,
		name: text,
		counts: text,
		notCounts: null,
		why: null,
		urgency: null,
		clauses: [],
		cfpb: null,
		jrt: null,
		phrases: { en: ['not my debt'], zh: ['打错了'] }
	};
}
const aPolarity: PolarityPack = {
	language: 'en',
	negators: ['not'],
	pseudoNegators: [],
	window: 5,
	stops: ['.'],
	hypothetical: [],
	ownAct: [],
	threat: [],
	norms: [],
	turns: [],
	comparisons: [],
	ownSpeech: [],
	speakers: { agent: [], borrower: [] }
};
const someClasses: WordClasses = {
	language: 'en',
	skip: ['the'],
	adverbs: [],
	sameAs: { told: 'tell' },
	alikeInPhrases: ['relative'],
	classes: { relative: ['mother|father'] },
	quantities: { count_per_day: ['# times a day'] },
	socialHours: { from: '08:00', to: '21:00' }
};
const aRule = {
	id: 'wrong_person/en/not-mine',
	theme: 'wrong_person',
	pattern: 'not mine',
	matches: ['a'],
	misses: ['b'],
	source: 's'
};
function packsOf(...themes: Theme[]): Omit<Packs, 'version'> {
	return {
		themes,
		patterns: [],
		classes: [someClasses, { ...someClasses, language: 'zh' }],
		polarity: [aPolarity, { ...aPolarity, language: 'zh' }],
		rules: [],
		crosswalks: []
	};
}

describe('parseThemes', () => {
	it('reads themes', () => {
		expect(parseThemes('conduct.json', [aTheme('wrong_person')])).toEqual([aTheme('wrong_person')]);
	});

	it.each([
		['no list', {}, 'the file'],
		['an empty list', [], 'the file'],
		['an unknown taxonomy', [{ ...aTheme('a'), taxonomy: 'tone' }], '[0].taxonomy'],
		['two taxonomies in one file', [aTheme('a'), aTheme('b', 'process')], '[1].taxonomy'],
		['an id with a capital', [aTheme('Wrong')], '[0].id'],
		['the same id twice', [aTheme('a'), aTheme('a')], '“a” is there twice'],
		['an empty phrase', [{ ...aTheme('a'), phrases: { en: [' '], zh: [] } }], '[0].phrases.en[0]'],
		[
			'the same phrase twice',
			[{ ...aTheme('a'), phrases: { en: [], zh: ['骂', '骂'] } }],
			'[0].phrases.zh[1]'
		],
		['a severity out of range', [{ ...aTheme('a'), severity: 5 }], '[0].severity'],
		['a name without Chinese', [{ ...aTheme('a'), name: { en: 'A' } }], '[0].name.zh'],
		['a field nobody knows', [{ ...aTheme('a'), colour: 'red' }], '[0]']
	])('refuses %s and says where', (_, json, where) => {
		const parse = () => parseThemes('db/packs/themes/conduct.json', json);
		expect(parse).toThrow(expect.objectContaining({ code: 'bad-pack' }));
		expect(parse).toThrow('db/packs/themes/conduct.json');
		expect(parse).toThrow(where);
	});
});

describe('parsePolarity and parseRules', () => {
	it('refuse what they do not know', () => {
		expect(() => parsePolarity('fr.json', { ...aPolarity, language: 'fr' })).toThrow('fr.json: language');
		expect(() => parsePolarity('en.json', { ...aPolarity, window: 0 })).toThrow('en.json: window');
		expect(() =>
			parseRules('cn.json', { id: 'cn', name: text, version: '1', barredHours: { from: '22', to: '08:00' } })
		).toThrow('cn.json: barredHours.from');
	});
});

describe('parsePatterns', () => {
	it('reads rules, with what they leave out', () => {
		expect(parsePatterns('patterns/en/wrong_person.json', [aRule])).toEqual([
			{
				...aRule,
				language: 'en',
				scope: 'sentence',
				requires: [],
				excludes: [],
				polarity: null,
				raises: false
			}
		]);
	});
	it.each([
		['a rule without an example that must miss', [{ ...aRule, misses: [] }], '[0].misses'],
		['a rule of another theme', [{ ...aRule, theme: 'other' }], '[0].theme'],
		['the same id twice', [aRule, aRule], '“wrong_person/en/not-mine” is there twice'],
		['an unknown scope', [{ ...aRule, scope: 'page' }], '[0].scope']
	])('refuses %s', (_, json, where) => {
		expect(() => parsePatterns('patterns/en/wrong_person.json', json)).toThrow(where);
	});
	it('refuses a file that no language or theme can be told from', () => {
		expect(() => parsePatterns('patterns/fr/wrong_person.json', [aRule])).toThrow(
			'patterns/fr/wrong_person.json'
		);
	});
});

describe('parseClasses', () => {
	it('reads word classes, and refuses quantities of no known kind', () => {
		expect(parseClasses('en.json', someClasses)).toEqual(someClasses);
		expect(() => parseClasses('en.json', { ...someClasses, quantities: { count: ['#'] } })).toThrow(
			'quantities'
		);
	});
});

describe('checkPacks', () => {
	const complete = taxonomies.map((taxonomy) => aTheme(`${taxonomy}_theme`, taxonomy));

	it('accepts a complete set', () => {
		expect(() => checkPacks(packsOf(...complete))).not.toThrow();
	});
	it('refuses an id used in two taxonomies', () => {
		expect(() => checkPacks(packsOf(...complete, aTheme('conduct_theme', 'process')))).toThrow(
			'“conduct_theme” is there twice'
		);
	});
	it('names the file that is missing', () => {
		expect(() => checkPacks(packsOf(...complete.slice(1)))).toThrow('conduct.json');
		expect(() => checkPacks({ ...packsOf(...complete), polarity: [aPolarity] })).toThrow('zh.json');
		expect(() => checkPacks({ ...packsOf(...complete), classes: [] })).toThrow('db/packs/classes: en.json');
	});
	it('refuses a rule for a theme that is in no taxonomy', () => {
		const patterns = parsePatterns('patterns/en/wrong_person.json', [aRule]);
		expect(() => checkPacks({ ...packsOf(...complete), patterns })).toThrow('“wrong_person”');
	});
});
