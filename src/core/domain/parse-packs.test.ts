import { describe, expect, it } from 'vitest';
import { checkPacks, parsePolarity, parseRules, parseThemes } from './parse-packs.ts';
import type { Packs, PolarityPack, Theme } from './theme-pack.ts';
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
	threat: []
};
function packsOf(...themes: Theme[]): Omit<Packs, 'version'> {
	return { themes, polarity: [aPolarity, { ...aPolarity, language: 'zh' }], rules: [] };
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
	});
});
