import { createConceptFinder, type Concepts } from './concepts.ts';
import { stemOfPiece } from './stem-of-piece.ts';

/** Features of one sentence of a normalised text, each once. */
export type FeatureReader = (sentence: string) => ReadonlySet<string>;

const englishPiece = /[a-z]+(?:'[a-z]+)?|\d+/g;
const chineseRun = /[\u3400-\u9fff#]+/g;
const chineseLengths = [1, 2, 3];

/** Stems, and pairs of stems beside each other; any number is `#`. Concepts as well, and pairs of them near each other. */
export function createEnglishFeatures(concepts: Concepts = {}): FeatureReader {
	const readConcepts = createConceptReader(concepts);
	const stems = new Map<string, string>();
	const readStem = (piece: string): string => {
		const known = stems.get(piece);
		if (known !== undefined) return known;
		const stem = stemOfPiece(piece);
		if (stems.size < 50_000) stems.set(piece, stem);
		return stem;
	};
	return (sentence) => {
		const features = new Set<string>();
		const read: string[] = [];
		let previous = '';
		for (const [piece] of sentence.matchAll(englishPiece)) {
			const stem = readStem(piece);
			if (stem !== '') features.add(stem);
			if (stem !== '' && previous !== '') features.add(`${previous} ${stem}`);
			previous = stem;
			read.push(stem);
		}
		readConcepts(read, features);
		return features;
	};
}

function createConceptReader(concepts: Concepts): (stems: readonly string[], features: Set<string>) => void {
	const numbers = new Map<string, number>();
	const finder = createConceptFinder(concepts, (stem) => {
		const number = numbers.get(stem) ?? numbers.size + 1;
		numbers.set(stem, number);
		return number;
	});
	const codes = Int32Array.from(finder.names, (_, code) => code);
	return (stems, features) => {
		const read = stems.map((stem) => numbers.get(stem) ?? 0);
		finder.find(read, read.length, codes, (code) => features.add(finder.names[code] ?? ''));
	};
}

/** Runs of one to three characters between signs; any number in digits is `#`. */
export function readChineseFeatures(sentence: string): ReadonlySet<string> {
	const features = new Set<string>();
	for (const [run] of sentence.replace(/\d+/g, '#').matchAll(chineseRun)) {
		for (const length of chineseLengths)
			for (let start = 0; start + length <= run.length; start++)
				features.add(run.slice(start, start + length));
	}
	return features;
}
