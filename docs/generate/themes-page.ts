import type { Clause, Theme } from '#core/domain/theme-pack.ts';
import { taxonomies, type Taxonomy } from '#core/domain/vocabulary.ts';
import type { Generator } from './generator.ts';
import { bullets, code, notice, page, table } from './markdown.ts';

/** Every theme of the packs with its definition and clauses. */
export const themesPage: Generator = {
	path: 'docs/generated/themes.md',
	make: ({ packs }) =>
		page(
			notice('db/packs/themes'),
			'# Themes',
			'What Earshot tags, by taxonomy. Severity: 4 critical, 3 high, 2 medium, 1 low. Clauses are for triage and reporting and are no legal advice; those marked † come from general knowledge and were not read in a source.',
			taxonomies.flatMap((taxonomy) => describeTaxonomy(taxonomy, packs.themes))
		)
};

function describeTaxonomy(taxonomy: Taxonomy, all: readonly Theme[]): readonly string[] {
	const themes = all.filter((theme) => theme.taxonomy === taxonomy);
	return [
		`## ${taxonomy}`,
		table(
			['id', 'name', '名称', 'severity', 'phrases EN', 'phrases 中文'],
			themes.map(({ id, name, severity, urgency, phrases }) => [
				code(id),
				name.en,
				name.zh,
				urgency ? `${severity} (${urgency})` : String(severity),
				String(phrases.en.length),
				String(phrases.zh.length)
			])
		),
		...themes.flatMap(describeTheme)
	];
}

function describeTheme({ id, name, counts, notCounts, why, clauses, cfpb, jrt }: Theme): readonly string[] {
	const crosswalk = [cfpb && `CFPB issue: ${cfpb}`, jrt && `JR/T 0169-2018: ${jrt}`].filter(Boolean);
	return [
		`### ${id}`,
		`${name.en} · ${name.zh}`,
		bullets([
			`Counts: ${counts.en}`,
			`计入：${counts.zh}`,
			...(notCounts ? [`Does not count: ${notCounts.en}`, `不计入：${notCounts.zh}`] : []),
			...(why ? [`Why: ${why.en}`, `为何：${why.zh}`] : []),
			...describeClauses(clauses),
			...(crosswalk.length > 0 ? [crosswalk.join(' · ')] : [])
		])
	];
}

/** One line a jurisdiction, in the order of the pack. */
function describeClauses(clauses: readonly Clause[]): readonly string[] {
	const ofJurisdiction = Map.groupBy(clauses, ({ jurisdiction }) => jurisdiction);
	return [...ofJurisdiction].map(
		([jurisdiction, list]) =>
			`${jurisdiction}: ${list.map(({ text, isSourced }) => text + (isSourced ? '' : ' †')).join('; ')}`
	);
}
