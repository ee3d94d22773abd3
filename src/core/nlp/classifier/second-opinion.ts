import { isCounted, type Tag } from '../../domain/tag.ts';
import type { Theme } from '../../domain/theme-pack.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { normalise } from '../../text/normalise.ts';
import type { Tagger } from '../tagger.ts';
import {
	anyConduct,
	likelyEnough,
	likelyEnoughWhereCritical,
	probabilityOf,
	type Calibration
} from './calibration.ts';
import { createScorer, type Scorer, type ThemeScore, type WeightedWord } from './scorer.ts';
import type { ClassifierWeights } from './weights.ts';

type Opinion = Pick<ClassifierWeights, 'language' | 'named' | 'found'> & {
	readonly scorer: () => Scorer;
};

/** How many words a tag names as its reason. */
const wordCount = 5;

const mostOfText = 0.6;

/** Signs of a text that is too short for anything else to speak for a theme: an SMS, a comment. */
const shortText = { en: 100, zh: 25 } as const;

/** Where the rules have found an act in so many places, they are nearly always right. */
const placesEnough = 2;

const critical = 4;

/**
 * A tagger with a classifier beside the rules. Where the rules have seen nothing and the theme is likely, it names the
 * theme: such a tag carries the sentence that speaks most for it, the words that weigh most, and the probability.
 * Where rules count a theme and it is not likely, it doubts the tag, which then does not count, see
 * {@link isBeyondDoubt} for the exceptions. Where a rule has found the theme denied or asked, the rule is right; and it
 * names no conduct in a sentence in which a rule counts praise.
 */
export function withSecondOpinion(
	tagger: Tagger,
	weights: readonly ClassifierWeights[],
	themes: readonly Theme[]
): Tagger {
	const opinions = weights.map((each): Opinion => ({ ...each, scorer: madeOnce(() => createScorer(each)) }));
	const order = new Map(themes.map(({ id }, index) => [id, index]));
	return {
		tag(text, language) {
			const opinion = opinions.find((each) => each.language === scriptless(language));
			if (!opinion) return tagger.tag(text, language);
			const normalised = normalise(text);
			const tags = tagger.tag(text, language, normalised);
			const scores = opinion.scorer().score(text, normalised);
			const judged = tags.map((tag) => doubt(opinion, text, tag, scores));
			const seen = new Set(tags.map(({ themeId }) => themeId));
			const added = scores.flatMap((found) => {
				const theme = themes[order.get(found.themeId) ?? -1];
				const probability = probabilityIn(text, scores, opinion.named, found);
				if (!theme || probability < likelyEnough || seen.has(theme.id)) return [];
				return isPraised(theme, found.passage, tags) ? [] : [toTag(opinion, theme, found, probability)];
			});
			if (added.length === 0) return judged;
			return [...judged, ...added].sort((a, b) => (order.get(a.themeId) ?? 0) - (order.get(b.themeId) ?? 0));
		}
	};
}

/** Most texts are of one language. */
function madeOnce(make: () => Scorer): () => Scorer {
	let scorer: Scorer | undefined;
	return () => (scorer ??= make());
}

/** “Treated me like a human being” is told in the words of an insult. */
function isPraised({ taxonomy }: Theme, passage: ThemeScore['passage'], tags: readonly Tag[]): boolean {
	if (taxonomy !== 'conduct') return false;
	const praise = tags.filter((tag) => tag.taxonomy === 'positive').flatMap(({ spans }) => spans);
	return praise.some((span) => isCounted(span) && span.start < passage.end && span.end > passage.start);
}

/**
 * What no classifier takes back: an act found in several places, and where a text is short or the words of the tag are
 * nearly all there is, so that nothing else could speak for it.
 */
export function isBeyondDoubt(
	text: string,
	language: ClassifierWeights['language'],
	{ spans }: Pick<Tag, 'spans'>
): boolean {
	const counted = spans.filter(isCounted);
	const length = counted.reduce((sum, { start, end }) => sum + end - start, 0);
	return (
		counted.length >= placesEnough || text.length < shortText[language] || length > text.length * mostOfText
	);
}

function probabilityIn(
	{ length }: string,
	scores: readonly ThemeScore[],
	calibration: Calibration,
	{ score }: Pick<ThemeScore, 'score'>
): number {
	const conduct = scores.find(({ themeId }) => themeId === anyConduct)?.score ?? 0;
	return probabilityOf(calibration, { score, length, conduct });
}

/** From which probability on a tag of a rule counts. */
export function leastProbability({ severity }: Pick<Tag, 'severity'>): number {
	return severity >= critical ? likelyEnoughWhereCritical : likelyEnough;
}

function doubt(
	{ language, found, scorer }: Opinion,
	text: string,
	tag: Tag,
	scores: readonly ThemeScore[]
): Tag {
	const own = scores.find(({ themeId }) => themeId === tag.themeId);
	if (!own || !isCounted(tag) || isBeyondDoubt(text, language, tag)) return tag;
	const probability = probabilityIn(text, scores, found, own);
	if (probability >= leastProbability(tag)) return tag;
	const words = scorer()
		.explain(own.passage, tag.themeId, wordCount)
		.filter(({ weight }) => weight < 0);
	const reason = `doubt: ${probability.toFixed(2)}${words.map((each) => `, ${writeWord(each)}`).join('')}`;
	const spans = tag.spans.map((span) =>
		isCounted(span) ? { ...span, polarity: 'doubted' as const, reason } : span
	);
	return { ...tag, polarity: 'doubted', spans };
}

function toTag(
	{ language, scorer }: Opinion,
	theme: Theme,
	{ passage }: ThemeScore,
	probability: number
): Tag {
	const words = scorer().explain(passage, theme.id, wordCount);
	const span = {
		start: passage.start,
		end: passage.end,
		ruleId: `classifier/${theme.id}/${language}`,
		polarity: 'asserted',
		reason: `words: ${words.map(writeWord).join(', ')}`,
		score: Number(probability.toFixed(2))
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
