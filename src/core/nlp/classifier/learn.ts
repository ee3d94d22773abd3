import { lengthOf, readPassages } from './passages.ts';
import { featureReaderFor } from './scorer.ts';
import { trainLogistic, type Logistic, type Sample, type Vector } from './train-logistic.ts';
import type { ClassifierWeights } from './weights.ts';

/** A text, masked as it will be at work, with the themes that a reader found in it. */
export interface LabelledText {
	readonly text: string;
	readonly labels: ReadonlySet<string>;
	/** Near-misses: the text is no example of these themes, and no counterexample. */
	readonly ignored: ReadonlySet<string>;
	/** By theme, the substrings that show it; used to tell which sentence is the example. */
	readonly evidence: Readonly<Record<string, readonly string[]>>;
}

interface Document {
	readonly source: LabelledText;
	readonly whole: ReadonlySet<string>;
	readonly sentences: readonly {
		readonly features: ReadonlySet<string>;
		readonly shows: ReadonlySet<string>;
	}[];
}

/** In how many texts a feature must occur: what one or two writers said is their wording, not the theme's. */
const fewestTexts = 3;
const featureLimit = 4000;
/** Weights nearer to 0 change no decision and are left out. */
const leastWeight = 0.15;

/**
 * Learns one weight a feature and theme: once with all features, to find those that matter, and once more with these.
 * Both whole texts and single sentences are examples. The calibrations are passed on: texts learnt from cannot tell them.
 */
export function learnWeights(
	language: ClassifierWeights['language'],
	themeIds: readonly string[],
	texts: readonly LabelledText[],
	{ named, found, concepts }: Pick<ClassifierWeights, 'named' | 'found' | 'concepts'>
): ClassifierWeights {
	const read = featureReaderFor({ language, concepts });
	const documents = texts.map((source) => toDocument(source, readPassages(source.text, read)));
	const rarities = rarityOf(documents, fewestTexts);
	const rough = trainAll(themeIds, documents, [...rarities.keys()], rarities);
	const names = heaviest([...rarities.keys()], rough, featureLimit);
	const models = trainAll(themeIds, documents, names, rarities);
	return {
		language,
		...(concepts ? { concepts } : {}),
		themes: themeIds.map((id, theme) => ({ id, bias: round(models[theme]?.bias ?? 0) })),
		named,
		found,
		features: Object.fromEntries(
			names.map((name, feature) => [
				name,
				[
					round(rarities.get(name) ?? 0),
					...models.flatMap(({ weights }, theme) => {
						const weight = round(weights[feature] ?? 0);
						return Math.abs(weight) < leastWeight ? [] : [theme, weight];
					})
				]
			])
		)
	};
}

function toDocument(source: LabelledText, passages: ReturnType<typeof readPassages>): Document {
	const places = Object.entries(source.evidence).flatMap(([theme, parts]) =>
		parts.map((part) => ({ theme, start: source.text.indexOf(part), length: part.length }))
	);
	const sentences = passages.map(({ start, end, features }) => ({
		features,
		shows: new Set(
			places
				.filter((place) => place.start >= 0 && place.start < end && start < place.start + place.length)
				.map(({ theme }) => theme)
		)
	}));
	return { source, whole: new Set(passages.flatMap(({ features }) => [...features])), sentences };
}

function rarityOf(documents: readonly Document[], fewest: number): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { whole } of documents)
		for (const feature of whole) counts.set(feature, (counts.get(feature) ?? 0) + 1);
	const rarities = new Map<string, number>();
	for (const [feature, count] of counts)
		if (count >= fewest) rarities.set(feature, Math.log((1 + documents.length) / (1 + count)) + 1);
	return rarities;
}

function trainAll(
	themeIds: readonly string[],
	documents: readonly Document[],
	names: readonly string[],
	rarities: ReadonlyMap<string, number>
): readonly Logistic[] {
	const numbers = new Map(names.map((name, index) => [name, index]));
	const vectors = documents.map(({ source, whole, sentences }) => ({
		source,
		whole: toVector(whole, numbers, rarities),
		sentences: sentences.map(({ features, shows }) => ({
			vector: toVector(features, numbers, rarities),
			shows
		}))
	}));
	return themeIds.map((theme) => {
		const samples = vectors.flatMap(({ source, whole, sentences }): readonly Sample[] => {
			const isPositive = source.labels.has(theme);
			if (!isPositive && source.ignored.has(theme)) return [];
			// In an example, sentences that the evidence does not name may still show the theme: they teach nothing.
			const parts = sentences.filter(({ shows }) => !isPositive || shows.has(theme));
			return [{ vector: whole, isPositive }, ...parts.map(({ vector }) => ({ vector, isPositive }))];
		});
		return trainLogistic(samples, names.length);
	});
}

function toVector(
	features: ReadonlySet<string>,
	numbers: ReadonlyMap<string, number>,
	rarities: ReadonlyMap<string, number>
): Vector {
	const known = [...features].filter((feature) => numbers.has(feature));
	const values = Float64Array.from(known, (feature) => rarities.get(feature) ?? 0);
	const length = lengthOf(values.reduce((sum, value) => sum + value * value, 0));
	return {
		features: Int32Array.from(known, (feature) => numbers.get(feature) ?? 0),
		values: values.map((value) => value / length)
	};
}

/** The names with the largest weight for any theme, in the order given. */
function heaviest(names: readonly string[], models: readonly Logistic[], limit: number): readonly string[] {
	const heft = names.map((_, index) =>
		Math.max(...models.map(({ weights }) => Math.abs(weights[index] ?? 0)))
	);
	const least = [...heft].sort((a, b) => b - a)[limit - 1] ?? 0;
	return names.filter((_, index) => (heft[index] ?? 0) >= least);
}

function round(value: number): number {
	return Number(value.toFixed(2));
}
