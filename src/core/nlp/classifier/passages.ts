import { normalise, type Normalised } from '../../text/normalise.ts';
import { splitSentences, type Segment } from '../../text/segment.ts';
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
	return splitSentences(normalised.text)
		.map((segment) => toPassage(normalised, segment, read))
		.filter(({ features }) => features.size > 0);
}

/** Its features are read when they are asked for: few passages are ever explained. */
export function toPassage(normalised: Normalised, { start, end }: Segment, read: FeatureReader): Passage {
	let known: ReadonlySet<string> | undefined;
	return {
		...normalised.toRawSpan(start, end),
		get features() {
			return (known ??= read(normalised.text.slice(start, end)));
		}
	};
}

/** Length below which a vector is not stretched to 1: two or three words are little to go by. */
const leastLength = 20;

/** What to divide a vector by, so that long sentences do not weigh more for being long. */
export function lengthOf(sumOfSquares: number): number {
	return Math.max(leastLength, Math.sqrt(sumOfSquares));
}
