import { normalise } from '../../text/normalise.ts';
import { splitSentences } from '../../text/segment.ts';
import type { FeatureReader } from './features.ts';

/** A sentence of a text: [start, end) of the text, and its features. */
export interface Passage {
	readonly start: number;
	readonly end: number;
	readonly features: ReadonlySet<string>;
}

/** The sentences of a text that hold any feature. */
export function readPassages(text: string, read: FeatureReader): readonly Passage[] {
	const normalised = normalise(text);
	return splitSentences(normalised.text).flatMap(({ start, end }) => {
		const features = read(normalised.text.slice(start, end));
		return features.size === 0 ? [] : [{ ...normalised.toRawSpan(start, end), features }];
	});
}

/** Length below which a vector is not stretched to 1: two or three words are little to go by. */
const leastLength = 20;

/** What to divide a vector by, so that long sentences do not weigh more for being long. */
export function lengthOf(sumOfSquares: number): number {
	return Math.max(leastLength, Math.sqrt(sumOfSquares));
}
