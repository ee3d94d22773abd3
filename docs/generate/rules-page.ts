import type { PatternRule, RuleLanguage, Theme } from '#core/domain/theme-pack.ts';
import { taxonomies } from '#core/domain/vocabulary.ts';
import type { Generator } from './generator.ts';
import { code, notice, page, table } from './markdown.ts';

/** Every rule of the packs, by theme and language. */
export const rulesPage: Generator = {
	path: 'docs/generated/rules.md',
	make: ({ packs }) =>
		page(
			notice('db/packs/patterns and db/packs/themes'),
			'# Rules',
			`${packs.patterns.length} patterns and ${countPhrases(packs.themes)} phrases. The notation is told in db/packs/README.md. “needs” and “not with”: what must, and must not, stand near; ▲: raises the severity by one.`,
			...taxonomies.flatMap((taxonomy) =>
				packs.themes
					.filter((theme) => theme.taxonomy === taxonomy)
					.flatMap((theme) => describe(theme, packs.patterns))
			)
		)
};

function countPhrases(themes: readonly Theme[]): number {
	return themes.reduce((sum, { phrases }) => sum + phrases.en.length + phrases.zh.length, 0);
}

function describe(theme: Theme, all: readonly PatternRule[]): readonly string[] {
	const rules = all.filter((rule) => rule.theme === theme.id);
	return [
		`## ${theme.id}`,
		...(rules.length > 0 ? [table(['rule', 'looks for', 'near', 'made from'], rules.map(writeRule))] : []),
		...(['en', 'zh'] as const).flatMap((language) => writePhrases(theme, language))
	];
}

function writeRule({ id, pattern, requires, excludes, source, raises }: PatternRule): readonly string[] {
	const near = [
		...requires.map((each) => `needs ${code(each)}`),
		...excludes.map((each) => `not with ${code(each)}`)
	];
	return [code(id) + (raises ? ' ▲' : ''), code(pattern), near.join('; '), source];
}

function writePhrases({ phrases }: Theme, language: RuleLanguage): readonly string[] {
	const list = phrases[language];
	return list.length > 0 ? [`Phrases (${language}): ${list.map(code).join(' · ')}`] : [];
}
