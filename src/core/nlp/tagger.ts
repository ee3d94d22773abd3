import { isCounted, type Polarity, type Span, type Tag } from '../domain/tag.ts';
import type { Packs, RuleLanguage, Theme } from '../domain/theme-pack.ts';
import type { Language, Severity } from '../domain/vocabulary.ts';
import { normalise, type Normalised } from '../text/normalise.ts';
import { createRuleSet, type Hit, type RuleSet } from './rule-set.ts';

export interface Tagger {
	/** Themes found in a masked text, in the order of the packs; spans are offsets of `text`. */
	tag(text: string, language: Language, normalised?: Normalised): readonly Tag[];
}

/** In one text, the most certain statement decides. */
const strongest: readonly Polarity[] = [
	'asserted',
	'threatened',
	'hypothetical',
	'own_act',
	'negated',
	'doubted'
];

/**
 * Throws `bad-pack` that names the rule. `compilesLater`: the rules of a language are compiled, and it is thrown, when a
 * text of that language is first tagged.
 */
export function createTagger(packs: Packs, { compilesLater = false } = {}): Tagger {
	const compiled = new Map<RuleLanguage, RuleSet>();
	const rulesOf = (language: RuleLanguage): RuleSet => {
		const rules = compiled.get(language) ?? createRuleSet(packs, language);
		compiled.set(language, rules);
		return rules;
	};
	if (!compilesLater) languagesIn('mixed').forEach(rulesOf);
	return {
		tag(text, language, given) {
			const languages = languagesIn(language);
			if (languages.length === 0) return [];
			const normalised = given ?? normalise(text);
			const hits = languages.flatMap((each) => rulesOf(each)(normalised));
			return toTags(packs.themes, hits);
		}
	};
}

function languagesIn(language: Language): readonly RuleLanguage[] {
	if (language === 'en') return ['en'];
	if (language === 'mixed') return ['en', 'zh'];
	return language === 'zh-Hans' || language === 'zh-Hant' ? ['zh'] : [];
}

function toTags(themes: readonly Theme[], hits: readonly Hit[]): readonly Tag[] {
	const byTheme = new Map<Theme, Span[]>();
	for (const { theme, span } of hits) {
		const spans = byTheme.get(theme);
		if (spans) spans.push(span);
		else byTheme.set(theme, [span]);
	}
	return themes.flatMap((theme) => {
		const spans = mergeOverlaps(byTheme.get(theme) ?? []);
		if (spans.length === 0) return [];
		const polarity = strongest.find((each) => spans.some((span) => span.polarity === each)) ?? 'asserted';
		const severity = severityOf(theme, spans);
		return [{ themeId: theme.id, taxonomy: theme.taxonomy, severity, polarity, spans }];
	});
}

/** The theme's, one step up where a counted span says that it was worse. */
function severityOf({ severity }: Theme, spans: readonly Span[]): Severity {
	const isWorse = spans.some((span) => span.raises && isCounted(span));
	return isWorse ? (Math.min(4, severity + 1) as Severity) : severity;
}

/** Of overlapping spans one is left, as wide as all of them, under the rule of the most certain, then the longest. */
function mergeOverlaps(spans: readonly Span[]): readonly Span[] {
	const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
	const merged: Span[] = [];
	for (const span of ordered) {
		const last = merged.at(-1);
		if (!last || span.start >= last.end) merged.push(span);
		else merged[merged.length - 1] = mergeTwo(last, span);
	}
	return merged;
}

function mergeTwo(one: Span, other: Span): Span {
	const better = betterOf(one, other);
	const quantity = better.quantity ?? one.quantity ?? other.quantity;
	// A graver act is one that counts: what was denied does not lend it to what was said.
	const raises = [one, other].some(
		(span) => span.raises && (span.polarity === better.polarity || isCounted(span))
	);
	return {
		...better,
		start: one.start,
		end: Math.max(one.end, other.end),
		...(quantity ? { quantity } : {}),
		...(raises ? { raises: true as const } : {})
	};
}

function betterOf(a: Span, b: Span): Span {
	const byPolarity = strongest.indexOf(a.polarity) - strongest.indexOf(b.polarity);
	return (byPolarity || b.end - b.start - (a.end - a.start)) > 0 ? b : a;
}
