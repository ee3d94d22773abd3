import { createEnglishFeatures, readChineseFeatures, type FeatureReader } from './features.ts';
import { lengthOf, readPassages, type Passage } from './passages.ts';
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
	score(text: string): readonly ThemeScore[];
	/** The `count` features of a passage that weigh most for or against a theme, heaviest first. */
	explain(passage: Passage, themeId: string, count: number): readonly WeightedWord[];
}

interface Feature {
	readonly rarity: number;
	/** Theme numbers, and the weight for each times the rarity. */
	readonly themes: Uint8Array;
	readonly weights: Float64Array;
}

export function featureReaderFor(language: ClassifierWeights['language']): FeatureReader {
	return language === 'en' ? createEnglishFeatures() : readChineseFeatures;
}

export function createScorer({ language, themes, features }: ClassifierWeights): Scorer {
	const read = featureReaderFor(language);
	const known = new Map(Object.entries(features).map(([feature, numbers]) => [feature, toFeature(numbers)]));
	return {
		score(text) {
			const passages = readPassages(text, read);
			const [first] = passages;
			if (!first) return [];
			const counted = new Set<Feature>();
			const wholeSum = new Sum(themes.length);
			const parts = passages.map(({ features }) => {
				const sum = new Sum(themes.length);
				for (const name of features) {
					const feature = known.get(name);
					if (!feature) continue;
					sum.add(feature);
					if (counted.has(feature)) continue;
					counted.add(feature);
					wholeSum.add(feature);
				}
				return sum.scaled();
			});
			const whole = wholeSum.scaled();
			return themes.map(({ id, bias }, theme) => {
				const best = indexOfLargest(parts, theme);
				const score = bias + ((whole[theme] ?? 0) + (parts[best]?.[theme] ?? 0)) / 2;
				return { themeId: id, score, passage: passages[best] ?? first };
			});
		},
		explain({ features }, themeId, count) {
			const theme = themes.findIndex(({ id }) => id === themeId);
			const words = [...features].flatMap((word) => {
				const feature = known.get(word);
				const weight = feature?.weights[feature.themes.indexOf(theme)];
				return weight === undefined ? [] : [{ word, weight }];
			});
			return words.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, count);
		}
	};
}

/** Adds up a vector's weights, scaled as in learning. */
class Sum {
	readonly #sums: Float64Array;
	#square = 0;

	constructor(themeCount: number) {
		this.#sums = new Float64Array(themeCount);
	}

	add({ rarity, themes, weights }: Feature): void {
		this.#square += rarity * rarity;
		for (let index = 0; index < themes.length; index++) {
			const theme = themes[index] ?? 0;
			this.#sums[theme] = (this.#sums[theme] ?? 0) + (weights[index] ?? 0);
		}
	}

	scaled(): Float64Array {
		const length = lengthOf(this.#square);
		return this.#sums.map((sum) => sum / length);
	}
}

function toFeature([rarity = 0, ...pairs]: readonly number[]): Feature {
	return {
		rarity,
		themes: Uint8Array.from(pairs.filter((_, index) => index % 2 === 0)),
		weights: Float64Array.from(pairs.filter((_, index) => index % 2 === 1)).map((weight) => weight * rarity)
	};
}

function indexOfLargest(rows: readonly Float64Array[], column: number): number {
	let best = 0;
	for (let row = 1; row < rows.length; row++)
		if ((rows[row]?.[column] ?? 0) > (rows[best]?.[column] ?? 0)) best = row;
	return best;
}
