import { isCounted, type Tag } from '../../domain/tag.ts';
import type { Theme } from '../../domain/theme-pack.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { normalise } from '../../text/normalise.ts';
import type { Tagger } from '../tagger.ts';
import { createScorer, type Scorer, type ThemeScore, type WeightedWord } from './scorer.ts';
import { sigmoid } from './train-logistic.ts';
import type { ClassifierWeights } from './weights.ts';

interface Opinion {
	readonly language: ClassifierWeights['language'];
	readonly threshold: number;
	readonly doubtBelow: number;
	readonly scorer: Scorer;
}

/** How many words a tag names as its reason. */
const wordCount = 5;

const mostOfText = 0.6;

/** Signs of a text that is too short for anything else to speak for a theme: an SMS, a comment. */
const shortText = { en: 100, zh: 25 } as const;

/** Where the rules have found an act in so many places, they are nearly always right. */
const placesEnough = 2;

/** A single critical case is for a person to judge: no model takes it off the list. */
const neverDoubted = 4;

/**
 * A tagger with a classifier beside the rules. Where the rules have seen nothing and the classifier is sure, it names
 * the theme: such a tag carries the sentence that speaks most for it, the words that weigh most, and the probability.
 * Where rules count a theme in one place only and next to nothing else in the text speaks for it, it doubts the tag,
 * which then does not count, unless the text is short or little more than the words of the tag. Where a rule has found the theme denied or asked,
 * the rule is right; and it names no conduct in a sentence in which a rule counts praise.
 */
export function withSecondOpinion(
	tagger: Tagger,
	weights: readonly ClassifierWeights[],
	themes: readonly Theme[]
): Tagger {
	const opinions = weights.map((each): Opinion => ({
		language: each.language,
		threshold: each.threshold,
		doubtBelow: each.doubtBelow,
		scorer: createScorer(each)
	}));
	const order = new Map(themes.map(({ id }, index) => [id, index]));
	return {
		tag(text, language) {
			const opinion = opinions.find((each) => each.language === scriptless(language));
			if (!opinion) return tagger.tag(text, language);
			const normalised = normalise(text);
			const tags = tagger.tag(text, language, normalised);
			const scores = opinion.scorer.score(text, normalised);
			const judged = tags.map((tag) =>
				text.length < shortText[opinion.language] || isMostOf(text, tag) ? tag : doubt(opinion, tag, scores)
			);
			const seen = new Set(tags.map(({ themeId }) => themeId));
			const added = scores.flatMap((found) => {
				const theme = themes[order.get(found.themeId) ?? -1];
				if (!theme || found.score <= opinion.threshold || seen.has(theme.id)) return [];
				return isPraised(theme, found.passage, tags) ? [] : [toTag(opinion, theme, found)];
			});
			if (added.length === 0) return judged;
			return [...judged, ...added].sort((a, b) => (order.get(a.themeId) ?? 0) - (order.get(b.themeId) ?? 0));
		}
	};
}

/** “Treated me like a human being” is told in the words of an insult. */
function isPraised({ taxonomy }: Theme, passage: ThemeScore['passage'], tags: readonly Tag[]): boolean {
	if (taxonomy !== 'conduct') return false;
	const praise = tags.filter((tag) => tag.taxonomy === 'positive').flatMap(({ spans }) => spans);
	return praise.some((span) => isCounted(span) && span.start < passage.end && span.end > passage.start);
}

/** Where the words of a tag are nearly all there is, nothing else could speak for it. */
function isMostOf(text: string, { spans }: Tag): boolean {
	const length = spans.filter(isCounted).reduce((sum, { start, end }) => sum + end - start, 0);
	return length > text.length * mostOfText;
}

/** In at least two places that count: then no classifier is asked. */
export function isFoundOften({ spans }: Pick<Tag, 'spans'>): boolean {
	return spans.filter(isCounted).length >= placesEnough;
}

function doubt({ doubtBelow, scorer }: Opinion, tag: Tag, scores: readonly ThemeScore[]): Tag {
	if (tag.severity >= neverDoubted || !isCounted(tag) || isFoundOften(tag)) return tag;
	const found = scores.find(({ themeId }) => themeId === tag.themeId);
	if (!found || found.score >= doubtBelow) return tag;
	const words = scorer.explain(found.passage, tag.themeId, wordCount).filter(({ weight }) => weight < 0);
	const reason = `doubt: ${sigmoid(found.score).toFixed(2)}${words.map((each) => `, ${writeWord(each)}`).join('')}`;
	const spans = tag.spans.map((span) =>
		isCounted(span) ? { ...span, polarity: 'doubted' as const, reason } : span
	);
	return { ...tag, polarity: 'doubted', spans };
}

function toTag({ language, scorer }: Opinion, theme: Theme, { score, passage }: ThemeScore): Tag {
	const words = scorer.explain(passage, theme.id, wordCount);
	const span = {
		start: passage.start,
		end: passage.end,
		ruleId: `classifier/${theme.id}/${language}`,
		polarity: 'asserted',
		reason: `words: ${words.map(writeWord).join(', ')}`,
		score: Number(sigmoid(score).toFixed(2))
	} as const;
	return {
		themeId: theme.id,
		taxonomy: theme.taxonomy,
		severity: theme.severity,
		polarity: 'asserted',
		spans: [span]
	};
}

function writeWord({ word, weight }: WeightedWord): string {
	return `${word} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function scriptless(language: Language): ClassifierWeights['language'] | null {
	if (language === 'zh-Hans' || language === 'zh-Hant') return 'zh';
	return language === 'en' ? 'en' : null;
}
