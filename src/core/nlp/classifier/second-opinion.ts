import type { Tag } from '../../domain/tag.ts';
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
	readonly scorer: Scorer;
}

/** How many words a tag names as its reason. */
const wordCount = 5;

/**
 * A tagger that also names themes of which the rules have seen nothing and a classifier is sure. Where a rule has
 * seen the theme and found it denied or asked, the rule is right. Such a tag carries the sentence that speaks most
 * for it, the words that weigh most, and the probability.
 */
export function withSecondOpinion(
	tagger: Tagger,
	weights: readonly ClassifierWeights[],
	themes: readonly Theme[]
): Tagger {
	const opinions = weights.map((each): Opinion => ({
		language: each.language,
		threshold: each.threshold,
		scorer: createScorer(each)
	}));
	const order = new Map(themes.map(({ id }, index) => [id, index]));
	return {
		tag(text, language) {
			const opinion = opinions.find((each) => each.language === scriptless(language));
			if (!opinion) return tagger.tag(text, language);
			const normalised = normalise(text);
			const tags = tagger.tag(text, language, normalised);
			const seen = new Set(tags.map(({ themeId }) => themeId));
			const added = opinion.scorer.score(text, normalised).flatMap((found) => {
				const theme = themes[order.get(found.themeId) ?? -1];
				return theme && found.score > opinion.threshold && !seen.has(theme.id)
					? [toTag(opinion, theme, found)]
					: [];
			});
			if (added.length === 0) return tags;
			return [...tags, ...added].sort((a, b) => (order.get(a.themeId) ?? 0) - (order.get(b.themeId) ?? 0));
		}
	};
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
