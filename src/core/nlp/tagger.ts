import type { Polarity, Span, Tag } from '../domain/tag.ts';
import type { Packs, Theme } from '../domain/theme-pack.ts';
import type { Language } from '../domain/vocabulary.ts';
import { normalise } from '../text/normalise.ts';
import { createRuleSet, type Hit, type RuleSet } from './rule-set.ts';

export interface Tagger {
	/** Themes found in a masked text, in the order of the packs; spans are offsets of `text`. */
	tag(text: string, language: Language): readonly Tag[];
}

/** In one text, the most certain statement decides. */
const strongest: readonly Polarity[] = ['asserted', 'threatened', 'hypothetical', 'own_act', 'negated'];

export function createTagger(packs: Packs): Tagger {
	const english = createRuleSet(packs, 'en');
	const chinese = createRuleSet(packs, 'zh');
	return {
		tag(text, language) {
			const rules = ruleSetsFor(language, english, chinese);
			if (rules.length === 0) return [];
			const normalised = normalise(text);
			const hits = rules.flatMap((find) => find(normalised));
			return toTags(packs.themes, hits);
		}
	};
}

function ruleSetsFor(language: Language, english: RuleSet, chinese: RuleSet): readonly RuleSet[] {
	if (language === 'en') return [english];
	if (language === 'mixed') return [english, chinese];
	return language === 'zh-Hans' || language === 'zh-Hant' ? [chinese] : [];
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
		return [{ themeId: theme.id, taxonomy: theme.taxonomy, severity: theme.severity, polarity, spans }];
	});
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
	const quantity = one.quantity ?? other.quantity;
	const better = { ...betterOf(one, other), start: one.start, end: Math.max(one.end, other.end) };
	return quantity && !better.quantity ? { ...better, quantity } : better;
}

function betterOf(a: Span, b: Span): Span {
	const byPolarity = strongest.indexOf(a.polarity) - strongest.indexOf(b.polarity);
	return (byPolarity || b.end - b.start - (a.end - a.start)) > 0 ? b : a;
}
