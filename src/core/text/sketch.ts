import { normalise } from './normalise.ts';

/** The least of each of several hashes over all shingles of a text: equal shares of two sketches tell equal texts. */
export type Sketch = Uint32Array;

const bandCount = 5;
const rowsInBand = 4;
const hashCount = bandCount * rowsInBand;
/** Words of a Latin script, or characters of Chinese, that make one shingle. */
const shingleLength = 4;
/** Shorter texts (“not my debt”) are alike without anybody having copied them. */
const fewestTokens = 12;
/** A long text is told by its beginning; also a bound on the work. */
const mostTokens = 2000;
/** Of the shingles of two texts, the share in common from which they count as copies of one template. */
export const leastLikeness = 0.7;

const token = /[a-z]+(?:'[a-z]+)?|[\u3400-\u9fff]/g;
/** What a sender fills into a template: figures are no tokens, placeholders and X's of the source are left out. */
const filled = /«[^»]*»|\[[a-z]+\]|\bx{2,}\b/g;

const offset = 0x811c9dc5;
const prime = 0x01000193;

/**
 * MinHash sketch (Broder 1997, “On the resemblance and containment of documents”) of a masked text; null where it is
 * too short to tell.
 */
export function sketchOf(text: string): Sketch | null {
	const written = normalise(text).text.toLowerCase().replace(filled, ' ');
	const hashes: number[] = [];
	for (const [word] of written.matchAll(token)) {
		hashes.push(hashOf(word));
		if (hashes.length === mostTokens) break;
	}
	if (hashes.length < fewestTokens) return null;
	const sketch = new Uint32Array(hashCount).fill(0xffffffff);
	for (let start = 0; start + shingleLength <= hashes.length; start++) {
		let shingle = offset;
		for (let at = 0; at < shingleLength; at++)
			shingle = Math.imul(shingle ^ (hashes[start + at] ?? 0), prime) >>> 0;
		for (let index = 0; index < hashCount; index++) {
			const hash = mix(shingle, index);
			if (hash < (sketch[index] ?? 0)) sketch[index] = hash;
		}
	}
	return sketch;
}

/** Share of equal places, 0 to 1: estimates the Jaccard index of the two texts' shingles. */
export function likenessOf(one: Sketch, other: Sketch): number {
	let equal = 0;
	for (let index = 0; index < hashCount; index++) if (one[index] === other[index]) equal++;
	return equal / hashCount;
}

/** Keys to look up texts that may be alike: two with a likeness of 0.7 share one in 3 of 4 cases, of 0.9 in 99 of 100. */
export function bandsOf(sketch: Sketch): readonly string[] {
	return Array.from({ length: bandCount }, (_, band) => {
		let key = offset;
		for (let row = 0; row < rowsInBand; row++)
			key = Math.imul(key ^ (sketch[band * rowsInBand + row] ?? 0), prime) >>> 0;
		return `${band}${key.toString(36)}`;
	});
}

function hashOf(word: string): number {
	let hash = offset;
	for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime) >>> 0;
	return hash;
}

/** A different hash for every index (the finaliser of MurmurHash3). */
function mix(value: number, index: number): number {
	let hash = (value ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** All of it as one value, for those who may not know how texts are told apart. */
export const textSketcher = { sketchOf, bandsOf, likenessOf, leastLikeness } as const;
