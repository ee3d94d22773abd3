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

export function featureReaderFor(language: ClassifierWeights['language']): FeatureReader {
	return language === 'en' ? createEnglishFeatures() : readChineseFeatures;
}

export function createScorer({ language, themes, features }: ClassifierWeights): Scorer {
	const read = featureReaderFor(language);
	const numbers = new Map(Object.keys(features).map((name, index) => [name, index]));
	const known = createKnownFeatures(language, [...numbers.keys()]);
	const weights = layOut(Object.values(features));
	return {
		score(text, normalised = normalise(text)) {
			const { whole, best } = scorePassages(normalised.text, known, weights, themes.length);
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

/** Scores of the whole text, and of the likeliest sentence, by theme. */
function scorePassages(
	text: string,
	known: KnownFeatures,
	weights: Weights,
	themeCount: number
): { readonly whole: Float64Array; readonly best: readonly Best[] } {
	const best: Best[] = [];
	const whole = new Sum(themeCount);
	const part = new Sum(themeCount);
	/** By feature, the last sentence it was counted in: each counts once a sentence, and once a text. */
	const countedIn = new Int32Array(weights.rarities.length);
	for (const [index, segment] of splitSentences(text).entries()) {
		const number = index + 1;
		const hasAny = known.read(text, segment.start, segment.end, (id) => {
			const counted = countedIn[id];
			if (counted === number) return;
			countedIn[id] = number;
			part.add(weights, id);
			if (counted === 0) whole.add(weights, id);
		});
		if (!hasAny) continue;
		const scores = part.takeScaled();
		for (let theme = 0; theme < themeCount; theme++) {
			const score = scores[theme] ?? 0;
			const before = best[theme];
			if (!before || score > before.score) best[theme] = { segment, score };
		}
	}
	return { whole: whole.takeScaled(), best };
}

/** Adds up a vector's weights, scaled as in learning. */
class Sum {
	#sums: Float64Array;
	#square = 0;

	constructor(themeCount: number) {
		this.#sums = new Float64Array(themeCount);
	}

	add({ rarities, firsts, themes, weights }: Weights, feature: number): void {
		const sums = this.#sums;
		const rarity = rarities[feature] as number;
		const end = firsts[feature + 1] as number;
		this.#square += rarity * rarity;
		for (let index = firsts[feature] as number; index < end; index++)
			sums[themes[index] as number] = (sums[themes[index] as number] as number) + (weights[index] as number);
	}

	/** The sums; it begins anew. */
	takeScaled(): Float64Array {
		const length = lengthOf(this.#square);
		const sums = this.#sums;
		for (let theme = 0; theme < sums.length; theme++) sums[theme] = (sums[theme] as number) / length;
		this.#sums = new Float64Array(sums.length);
		this.#square = 0;
		return sums;
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
