import { normalise, type Normalised } from '../../text/normalise.ts';
import { splitSentences, type Segment } from '../../text/segment.ts';
import { createEnglishFeatures, readChineseFeatures, type FeatureReader } from './features.ts';
import { createKnownFeatures, type KnownFeatures } from './known-features.ts';
import { lengthOf, toPassage, type Passage } from './passages.ts';
import type { ClassifierWeights } from './weights.ts';

/** What a classifier makes of one text, for one theme. */
export interface ThemeScore {
	readonly themeId: string;
	/** Log odds: mean of the whole text's and its likeliest sentence's. */
	readonly score: number;
	/** The sentence that speaks most for the theme. */
	readonly passage: Passage;
}

/** A feature with its share in a score: above 0 it speaks for the theme. */
export interface WeightedWord {
	readonly word: string;
	readonly weight: number;
}

export interface Scorer {
	/** Scores of all themes, in the order of the weights; none for a text without words. */
	score(text: string, normalised?: Normalised): readonly ThemeScore[];
	/** The `count` features of a passage that weigh most for or against a theme, heaviest first. */
	explain(passage: Passage, themeId: string, count: number): readonly WeightedWord[];
}

/** All features' weights, one behind the other: a text asks for hundreds, and so they lie close together. */
interface Weights {
	/** By feature; its theme numbers and weights are those from `firsts[feature]` to the next feature's. */
	readonly rarities: Float64Array;
	readonly firsts: Int32Array;
	readonly themes: Uint8Array;
	/** The weight for each theme times the rarity. */
	readonly weights: Float64Array;
}

export function featureReaderFor({
	language,
	concepts
}: Pick<ClassifierWeights, 'language' | 'concepts'>): FeatureReader {
	return language === 'en' ? createEnglishFeatures(concepts) : readChineseFeatures;
}

export function createScorer({ language, concepts, themes, features }: ClassifierWeights): Scorer {
	const read = featureReaderFor({ language, concepts });
	const numbers = new Map(Object.keys(features).map((name, index) => [name, index]));
	const known = createKnownFeatures(language, [...numbers.keys()], concepts);
	const weights = layOut(Object.values(features));
	const scorePassages = createPassageScorer(known, weights, themes.length);
	return {
		score(text, normalised = normalise(text)) {
			const { whole, best } = scorePassages(normalised.text);
			const passages = new Map<Segment, Passage>();
			return themes.flatMap(({ id, bias }, theme) => {
				const { segment, score } = best[theme] ?? {};
				if (!segment) return [];
				const passage = passages.get(segment) ?? toPassage(normalised, segment, read);
				passages.set(segment, passage);
				return [{ themeId: id, score: bias + ((whole[theme] ?? 0) + (score ?? 0)) / 2, passage }];
			});
		},
		explain({ features }, themeId, count) {
			const theme = themes.findIndex(({ id }) => id === themeId);
			const words = [...features].flatMap((word) => {
				const weight = weightOf(weights, numbers.get(word), theme);
				return weight === undefined ? [] : [{ word, weight }];
			});
			return words.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, count);
		}
	};
}

interface Best {
	readonly segment: Segment;
	readonly score: number;
}

interface PassageScores {
	/** By theme. */
	readonly whole: Float64Array;
	readonly best: readonly Best[];
}

/** Scores of the whole text, and of the likeliest sentence, by theme. */
function createPassageScorer(
	known: KnownFeatures,
	weights: Weights,
	themeCount: number
): (text: string) => PassageScores {
	const whole = new Sum(themeCount);
	const part = new Sum(themeCount);
	/** By feature, the last sentence it was counted in: each counts once a sentence, and once a text. */
	const countedIn = new Float64Array(weights.rarities.length);
	let sentence = 0;
	return (text) => {
		const best: Best[] = [];
		const before = sentence;
		const count = (feature: number): void => {
			const counted = countedIn[feature] as number;
			if (counted === sentence) return;
			countedIn[feature] = sentence;
			part.add(weights, feature);
			if (counted <= before) whole.add(weights, feature);
		};
		for (const segment of splitSentences(text)) {
			sentence++;
			if (!known.read(text, segment.start, segment.end, count)) continue;
			const scores = part.takeScaled();
			for (let theme = 0; theme < themeCount; theme++) {
				const score = scores[theme] as number;
				if (score > (best[theme]?.score ?? -Infinity)) best[theme] = { segment, score };
			}
		}
		return { whole: whole.takeScaled(), best };
	};
}

/** Adds up a vector's weights, scaled as in learning. */
class Sum {
	readonly #sums: Float64Array;
	readonly #scaled: Float64Array;
	#square = 0;

	constructor(themeCount: number) {
		this.#sums = new Float64Array(themeCount);
		this.#scaled = new Float64Array(themeCount);
	}

	add({ rarities, firsts, themes, weights }: Weights, feature: number): void {
		const sums = this.#sums;
		const rarity = rarities[feature] as number;
		const end = firsts[feature + 1] as number;
		this.#square += rarity * rarity;
		for (let index = firsts[feature] as number; index < end; index++)
			sums[themes[index] as number] = (sums[themes[index] as number] as number) + (weights[index] as number);
	}

	/** The sums, until they are taken again; it begins anew. */
	takeScaled(): Float64Array {
		const length = lengthOf(this.#square);
		const sums = this.#sums;
		for (let theme = 0; theme < sums.length; theme++) this.#scaled[theme] = (sums[theme] as number) / length;
		sums.fill(0);
		this.#square = 0;
		return this.#scaled;
	}
}

function layOut(features: readonly (readonly number[])[]): Weights {
	const rarities = Float64Array.from(features, ([rarity = 0]) => rarity);
	const firsts = new Int32Array(features.length + 1);
	const themes: number[] = [];
	const weights: number[] = [];
	for (const [feature, [rarity = 0, ...pairs]] of features.entries()) {
		for (let index = 0; index < pairs.length; index += 2) {
			themes.push(pairs[index] ?? 0);
			weights.push((pairs[index + 1] ?? 0) * rarity);
		}
		firsts[feature + 1] = themes.length;
	}
	return { rarities, firsts, themes: Uint8Array.from(themes), weights: Float64Array.from(weights) };
}

function weightOf(
	{ firsts, themes, weights }: Weights,
	feature: number | undefined,
	theme: number
): number | undefined {
	if (feature === undefined) return undefined;
	const own = themes.subarray(firsts[feature], firsts[feature + 1]).indexOf(theme);
	return own < 0 ? undefined : weights[(firsts[feature] ?? 0) + own];
}
