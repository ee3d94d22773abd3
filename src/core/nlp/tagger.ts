import { EarshotError } from '../domain/errors.ts';
import type { Polarity, Span, Tag } from '../domain/tag.ts';
import type { Packs, PolarityPack, Theme } from '../domain/theme-pack.ts';
import type { Language, Taxonomy } from '../domain/vocabulary.ts';
import { normalise, type Normalised } from '../text/normalise.ts';
import { readChinese } from './chinese-terms.ts';
import { createEnglishReader } from './english-terms.ts';
import { readPhrase } from './phrase.ts';
import { createPolarityReader } from './polarity.ts';
import { sentenceBreak, type TermReader } from './terms.ts';
import { createTrie, type Trie } from './trie.ts';

export interface Tagger {
	/** Themes found in a masked text, in the order of the packs; spans are offsets of `text`. */
	tag(text: string, language: Language): readonly Tag[];
}

/** One phrase of a pack: one part, or several with “…” between them. */
interface Rule {
	readonly id: string;
	readonly theme: Theme;
}
interface Part {
	readonly rule: Rule;
	readonly previous: Part | null;
	readonly isLast: boolean;
}
interface Match {
	readonly rule: Rule;
	readonly from: number;
	readonly to: number;
}
interface Hit {
	readonly rule: Rule;
	readonly span: Span;
}
type RuleSet = (text: Normalised) => readonly Hit[];

/** How many terms “…” may stand for. */
const gap = { en: 6, zh: 8 };
/** In one text, the most certain statement decides. */
const strongest: readonly Polarity[] = ['asserted', 'threatened', 'hypothetical', 'own_act', 'negated'];
/** Only where a collector's act is told does it matter that “I” did it; elsewhere the borrower speaks of himself. */
const collectorActs: Taxonomy = 'conduct';

export function createTagger(packs: Packs): Tagger {
	const english = compile(packs, 'en', createEnglishReader());
	const chinese = compile(packs, 'zh', readChinese);
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

function compile(packs: Packs, language: PolarityPack['language'], read: TermReader): RuleSet {
	const trie = createTrie<Part>();
	for (const theme of packs.themes) {
		for (const [index, phrase] of theme.phrases[language].entries()) {
			const id = `${theme.taxonomy}/${theme.id}/${language}/${String(index + 1).padStart(2, '0')}`;
			const parts = readPhrase(phrase);
			let previous: Part | null = null;
			for (const [index, variants] of parts.entries()) {
				const part: Part = { rule: { id, theme }, previous, isLast: index === parts.length - 1 };
				for (const words of variants) trie.add(termsOf(words, id, read), part);
				previous = part;
			}
		}
	}
	const pack = packs.polarity.find((each) => each.language === language);
	const polarityOf = pack ? createPolarityReader(pack) : () => 'asserted' as const;
	return (normalised) => {
		const { terms, starts, ends } = read(normalised.text);
		return findMatches(terms, trie, gap[language]).map(({ rule, from, to }) => {
			const start = starts[from] ?? 0;
			const end = ends[to - 1] ?? start;
			const said = polarityOf(normalised.text, start, end);
			const polarity = said === 'own_act' && rule.theme.taxonomy !== collectorActs ? 'asserted' : said;
			return { rule, span: { ...normalised.toRawSpan(start, end), ruleId: rule.id, polarity } };
		});
	};
}

function termsOf(words: string, ruleId: string, read: TermReader): readonly string[] {
	const { terms } = read(normalise(words).text);
	if (terms.length > 0) return terms;
	throw new EarshotError(
		'bad-pack',
		`Rule ${ruleId}: “${words}” in its phrase holds no word to look for. Correct the phrase and start again.`
	);
}

/** Every place [from, to) in the terms where all parts of a rule stand in order, close enough to each other. */
function findMatches(terms: readonly string[], trie: Trie<Part>, gap: number): readonly Match[] {
	const matches: Match[] = [];
	/** For each part but the last, where in this sentence the rule was found up to it. */
	let begun = new Map<Part, Match[]>();
	for (let from = 0; from < terms.length; from++) {
		if (terms[from] === sentenceBreak && begun.size > 0) begun = new Map();
		trie.match(terms, from, (part, to) => {
			const before = part.previous && begun.get(part.previous)?.findLast((match) => match.to <= from);
			if (part.previous && (!before || from - before.to > gap)) return;
			const match = { rule: part.rule, from: before?.from ?? from, to };
			const places = part.isLast ? matches : begun.get(part);
			if (places) places.push(match);
			else begun.set(part, [match]);
		});
	}
	return matches;
}

function toTags(themes: readonly Theme[], hits: readonly Hit[]): readonly Tag[] {
	const byTheme = new Map<Theme, Span[]>();
	for (const { rule, span } of hits) {
		const spans = byTheme.get(rule.theme);
		if (spans) spans.push(span);
		else byTheme.set(rule.theme, [span]);
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
		else
			merged[merged.length - 1] = {
				...betterOf(last, span),
				start: last.start,
				end: Math.max(last.end, span.end)
			};
	}
	return merged;
}

function betterOf(a: Span, b: Span): Span {
	const byPolarity = strongest.indexOf(a.polarity) - strongest.indexOf(b.polarity);
	return (byPolarity || b.end - b.start - (a.end - a.start)) > 0 ? b : a;
}
