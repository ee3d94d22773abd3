import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPacks, parseThemes } from '#core/domain/parse-packs.ts';
import { countedPolarities, type Polarity } from '#core/domain/tag.ts';
import { createRuleSet } from '#core/nlp/rule-set.ts';
import { createTagger } from '#core/nlp/tagger.ts';
import { normalise } from '#core/text/normalise.ts';
import { detectLanguage } from '#core/text/language.ts';
import { loadPacks } from '#server/app/load-packs.ts';

const root = join(import.meta.dirname, '../../db/packs');
function read<T>(file: string, parse: (file: string, json: unknown) => T): T {
	return parse(file, JSON.parse(readFileSync(file, 'utf8')));
}
const packs = await loadPacks(root);
const tagger = createTagger(packs);
const carriers = {
	en: { around: (phrase: string) => `Monday. ${phrase}. Goodbye.`, gap: ' thing thing ', language: 'en' },
	zh: { around: (phrase: string) => `周一。${phrase}。再见。`, gap: '物物', language: 'zh-Hans' }
} as const;
const findRules = { en: createRuleSet(packs, 'en'), zh: createRuleSet(packs, 'zh') };
const themes = packs.themes.map((theme) => [`${theme.taxonomy}/${theme.id}`, theme] as const);

describe('packs', () => {
	it('hold together', () => {
		expect(() => checkPacks(packs)).not.toThrow();
		expect(packs.themes.filter((theme) => theme.taxonomy === 'conduct')).toHaveLength(21);
		expect(packs.rules.map((rule) => rule.id).sort()).toEqual(['cn', 'id', 'in', 'ph', 'uk', 'us', 'vn']);
	});
	it('a broken file is named, with the place', () => {
		const file = join(mkdtempSync(join(tmpdir(), 'packs-')), 'conduct.json');
		const [first, ...rest] = JSON.parse(readFileSync(join(root, 'themes/conduct.json'), 'utf8'));
		writeFileSync(file, JSON.stringify([{ ...first, severity: 'high' }, ...rest]));
		expect(() => read(file, parseThemes)).toThrow(`${file}: [0].severity`);
	});
	it('only conduct and process carry crosswalks; emergencies are marked', () => {
		const marked = packs.themes.filter((theme) => theme.urgency === 'U0').map((theme) => theme.id);
		expect(marked).toEqual(['suicidal_ideation', 'self_harm_other']);
		expect(packs.themes.filter((theme) => theme.taxonomy === 'conduct' && !theme.jrt)).toEqual([]);
	});
});

describe.each(themes)('%s', (_, theme) => {
	it('is named and defined in both languages', () => {
		for (const text of [theme.name, theme.counts, theme.notCounts, theme.why]) {
			if (!text) continue;
			expect(text.zh).toMatch(/[一-龥]/);
			expect(text.en).not.toMatch(/[一-龥]/);
		}
	});

	it.each(['en', 'zh'] as const)('is found by each of its %s phrases', (language) => {
		const { around, gap, language: detected } = carriers[language];
		const missed: string[] = [];
		for (const phrase of theme.phrases[language]) {
			for (const written of wordings(phrase, gap)) {
				const found = tagger.tag(around(written), detected).some((tag) => tag.themeId === theme.id);
				if (!found) missed.push(written);
			}
		}
		expect(missed).toEqual([]);
	});

	it.each(['en', 'zh'] as const)('has rules in %s', (language) => {
		const patterns = packs.patterns.filter((rule) => rule.theme === theme.id && rule.language === language);
		expect(patterns.length + theme.phrases[language].length).toBeGreaterThan(2);
	});
});

const rules = packs.patterns.map((rule) => [rule.id, rule] as const);
describe.each(rules)('rule %s', (id, rule) => {
	const counts = (text: string) =>
		findRules[rule.language](normalise(text)).some(
			({ span }) => span.ruleId === id && countedPolarities.includes(span.polarity)
		);
	it('counts in its examples', () => {
		expect(rule.matches.filter((text) => !counts(text))).toEqual([]);
	});
	it('does not in those it must miss', () => {
		expect(rule.misses.filter(counts)).toEqual([]);
	});
});

describe('polarity of the packs', () => {
	it.each<[string, string, Polarity | 'none']>([
		['They called my mother about the loan.', 'third_party_contact', 'asserted'],
		['They never called my mother.', 'third_party_contact', 'negated'],
		['I called my mother about it.', 'third_party_contact', 'own_act'],
		['Will they call my mother?', 'third_party_contact', 'hypothetical'],
		['He threatened to call my mother.', 'third_party_contact', 'threatened'],
		['They did not stop there. They called my mother.', 'third_party_contact', 'asserted'],
		['He said he would come to my house.', 'home_visit_harassment', 'threatened'],
		['I will sue you.', 'false_legal_threat', 'none'],
		['I will sue you.', 'legal_action', 'asserted'],
		['Nobody yelled at me, she was so polite.', 'abusive_language', 'negated'],
		['I called my boss.', 'workplace_contact', 'own_act'],
		['He not only yelled at me but hung up.', 'abusive_language', 'asserted'],
		['This is not my debt.', 'wrong_person', 'asserted'],
		['I told them to stop calling but they keep calling.', 'ignored_stop_request', 'asserted'],
		['他们骚扰我父母', 'third_party_contact', 'asserted'],
		['没有骚扰我父母', 'third_party_contact', 'negated'],
		['会不会骚扰我父母', 'third_party_contact', 'hypothetical'],
		['扬言要骚扰我父母', 'third_party_contact', 'threatened'],
		['没完没了地骚扰我父母', 'third_party_contact', 'asserted'],
		['態度很好，冇騷擾我父母', 'third_party_contact', 'negated'],
		['会不会坐牢', 'threat_arrest_criminal', 'hypothetical'],
		['他说要抓我去坐牢', 'threat_arrest_criminal', 'threatened'],
		['我要起诉你们', 'false_legal_threat', 'none'],
		['我要起诉你们', 'legal_action', 'asserted'],
		['一天打几十个电话', 'excessive_contact', 'asserted'],
		['凌晨两点打电话', 'unsocial_hours', 'asserted'],
		['上午十点打电话', 'unsocial_hours', 'none']
	])('%s: %s %s', (text, themeId, polarity) => {
		const tag = tagger.tag(text, detectLanguage(text)).find((each) => each.themeId === themeId);
		expect(tag?.polarity ?? 'none').toBe(polarity);
	});
});

/** Every wording of a phrase: each choice in turn beside the first of the others, gaps filled. */
function wordings(phrase: string, gap: string): readonly string[] {
	const parts = phrase
		.split(/\{([^{}]*)\}/)
		.map((part, index) => (index % 2 === 0 ? [part] : part.split('|')));
	return parts.flatMap((options, at) =>
		options.map((option) =>
			parts
				.map((others, index) => (index === at ? option : (others[0] ?? '')))
				.join('')
				.replaceAll('…', gap)
		)
	);
}
