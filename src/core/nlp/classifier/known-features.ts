import { createConceptFinder, type ConceptFinder, type Concepts } from './concepts.ts';
import { stemOfPiece } from './stem-of-piece.ts';
import { createTransitions } from '../transitions.ts';
import { unitsOf } from '../../text/units.ts';
import { createWordTable, hashOn, noHash } from '../../text/word-table.ts';

/** Reads the features of a sentence as {@link FeatureReader} does, but only those a classifier knows, as numbers. */
export interface KnownFeatures {
	/**
	 * Calls `found` for every place where a feature stands in [start, end), in the order of the reader. Whether the
	 * sentence holds any feature at all, known or not.
	 */
	read(text: string, start: number, end: number, found: (feature: number) => void): boolean;
}

const unknown = 0;
const none = -1;

/** `names`: a feature's number is its place. */
export function createKnownFeatures(
	language: 'en' | 'zh',
	names: readonly string[],
	concepts: Concepts = {}
): KnownFeatures {
	return language === 'en' ? new EnglishFeatures(names, concepts) : new ChineseFeatures(names);
}

/** Numbers of stems, or of runs of characters, and which feature each of them is. */
class Vocabulary {
	readonly numbers = new Map<string, number>();
	readonly features: number[] = [none];

	numberOf(name: string): number {
		const known = this.numbers.get(name);
		if (known !== undefined) return known;
		this.numbers.set(name, this.features.length);
		return this.features.push(none) - 1;
	}
}

class EnglishFeatures implements KnownFeatures {
	readonly #stems = new Vocabulary();
	readonly #pairs = createTransitions();
	/** Number of a piece's stem, and one more; 0 for what is no word. */
	readonly #pieces = createWordTable();
	readonly #concepts: ConceptFinder;
	/** By code of a concept or a pair of them. */
	readonly #featuresOfConcepts: Int32Array;
	/** Stems of the sentence that is read. */
	#read = new Int32Array(256);

	constructor(names: readonly string[], concepts: Concepts) {
		this.#concepts = createConceptFinder(concepts, (stem) => this.#stems.numberOf(stem));
		const numbers = new Map(names.map((name, feature) => [name, feature]));
		this.#featuresOfConcepts = Int32Array.from(this.#concepts.names, (name) => numbers.get(name) ?? none);
		for (const [feature, name] of names.entries()) {
			if (name.startsWith('<')) continue;
			const [first = '', second] = name.split(' ');
			const number = this.#stems.numberOf(first);
			if (second === undefined) this.#stems.features[number] = feature;
			else this.#pairs.set(number, this.#stems.numberOf(second), feature);
		}
	}

	read(text: string, start: number, end: number, found: (feature: number) => void): boolean {
		const { features } = this.#stems;
		const units = unitsOf(text);
		let hasAny = false;
		let previous = none;
		let count = 0;
		for (let at = start; at < end;) {
			const hash = hashOfPiece(units, at, end);
			const next = endOfPiece;
			if (next === at) {
				at++;
				continue;
			}
			const known = this.#pieces.get(units, at, next, hash);
			const stem = known >= 0 ? known - 1 : this.#learn(text.slice(at, next));
			if (stem !== none) {
				hasAny = true;
				const feature = features[stem] ?? none;
				if (feature !== none) found(feature);
				const pair = stem > unknown && previous > unknown ? this.#pairs.get(previous, stem) : none;
				if (pair !== none) found(pair);
			}
			previous = stem;
			if (count === this.#read.length) this.#grow();
			this.#read[count++] = stem === none ? unknown : stem;
			at = next;
		}
		this.#concepts.find(this.#read, count, this.#featuresOfConcepts, found);
		return hasAny;
	}

	#grow(): void {
		const before = this.#read;
		this.#read = new Int32Array(before.length * 2);
		this.#read.set(before);
	}

	#learn(piece: string): number {
		const stem = stemOfPiece(piece);
		const number = stem === '' ? none : (this.#stems.numbers.get(stem) ?? unknown);
		this.#pieces.set(piece, number + 1);
		return number;
	}
}

/** Where the piece ends whose hash was asked last: beside its hash, and without an object for each. */
let endOfPiece = 0;

/** The hash of letters with an apostrophe, or of digits; sets `endOfPiece` to `at` where none begins. */
function hashOfPiece(units: Uint16Array, at: number, end: number): number {
	const unit = units[at] as number;
	endOfPiece = at;
	if (!isLetter(unit)) return isDigit(unit) ? hashDigits(units, at, end) : noHash;
	const hash = hashLetters(units, at, end, noHash);
	const apostrophe = endOfPiece;
	if (apostrophe + 1 >= end || units[apostrophe] !== 0x27) return hash;
	if (!isLetter(units[apostrophe + 1] as number)) return hash;
	return hashLetters(units, apostrophe + 1, end, hashOn(hash, 0x27));
}

function hashLetters(units: Uint16Array, from: number, end: number, start: number): number {
	let hash = start;
	let at = from;
	for (; at < end && isLetter(units[at] as number); at++) hash = hashOn(hash, units[at] as number);
	endOfPiece = at;
	return hash;
}

function hashDigits(units: Uint16Array, from: number, end: number): number {
	let hash = noHash;
	let at = from;
	for (; at < end && isDigit(units[at] as number); at++) hash = hashOn(hash, units[at] as number);
	endOfPiece = at;
	return hash;
}

function isLetter(unit: number): boolean {
	return unit >= 0x61 && unit <= 0x7a;
}

function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
}

class ChineseFeatures implements KnownFeatures {
	/** By code unit, the number of the character; those of runs are beyond them. */
	readonly #characters = new Uint16Array(0x1_0000);
	readonly #runs = new Vocabulary();
	readonly #longer = createTransitions();
	/** Of the run that is read: its characters, and the runs of one and two that begin at each. */
	readonly #run: number[] = [];
	readonly #begun: number[] = [];

	constructor(names: readonly string[]) {
		for (const [feature, name] of names.entries()) {
			let run = this.#numberOf(name.charAt(0));
			for (let length = 2; length <= name.length; length++) {
				const last = this.#numberOf(name.charAt(length - 1));
				const next = this.#runs.numberOf(name.slice(0, length));
				this.#longer.set(run, last, next);
				run = next;
			}
			this.#runs.features[run] = feature;
		}
	}

	read(text: string, start: number, end: number, found: (feature: number) => void): boolean {
		let hasAny = false;
		let isInDigits = false;
		this.#run.length = 0;
		for (let at = start; at < end; at++) {
			const unit = text.charCodeAt(at);
			const isNumber = isDigit(unit);
			if (isNumber && isInDigits) continue;
			isInDigits = isNumber;
			if (isNumber || unit === 0x23 || (unit >= 0x3400 && unit <= 0x9fff)) {
				this.#run.push(this.#characters[isNumber ? 0x23 : unit] ?? unknown);
				hasAny = true;
			} else this.#endRun(found);
		}
		this.#endRun(found);
		return hasAny;
	}

	/** All runs of one character, then of two, then of three. */
	#endRun(found: (feature: number) => void): void {
		const run = this.#run;
		const { features } = this.#runs;
		for (let length = 1; length <= 3; length++) {
			for (let start = 0; start + length <= run.length; start++) {
				const last = run[start + length - 1] ?? unknown;
				const before = length === 1 ? unknown : (this.#begun[start] ?? unknown);
				const number = length === 1 ? last : this.#joined(before, last);
				this.#begun[start] = number;
				const feature = features[number] ?? none;
				if (feature !== none) found(feature);
			}
		}
		run.length = 0;
	}

	#joined(run: number, last: number): number {
		return run === unknown || last === unknown ? unknown : Math.max(unknown, this.#longer.get(run, last));
	}

	#numberOf(character: string): number {
		const number = this.#runs.numberOf(character);
		this.#characters[character.charCodeAt(0)] = number;
		return number;
	}
}
