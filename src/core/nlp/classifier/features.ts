import { stemOf } from '../natural.ts';

/** Features of one sentence of a normalised text, each once. */
export type FeatureReader = (sentence: string) => ReadonlySet<string>;

const englishPiece = /[a-z]+(?:'[a-z]+)?|\d+/g;
/** What the source has blacked out (“xxxx”) is no word. */
const blackedOut = /^x{2,}$/;
const chineseRun = /[\u3400-\u9fff#]+/g;
const chineseLengths = [1, 2, 3];

/** Stems, and pairs of stems beside each other; any number is `#`. */
export function createEnglishFeatures(): FeatureReader {
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
		let previous = '';
		for (const [piece] of sentence.matchAll(englishPiece)) {
			const stem = readStem(piece);
			if (stem !== '') features.add(stem);
			if (stem !== '' && previous !== '') features.add(`${previous} ${stem}`);
			previous = stem;
		}
		return features;
	};
}

/** The stem a piece of text is read as; empty where it is no word. */
export function stemOfPiece(piece: string): string {
	return /^\d/.test(piece) ? '#' : blackedOut.test(piece) ? '' : stemOf(piece);
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
