import type { WordClasses } from '../../domain/theme-pack.ts';
import { createTransitions } from '../transitions.ts';
import { readClasses } from '../word-classes.ts';
import { stemOfPiece } from './stem-of-piece.ts';

/** By name, expressions that stand for each other, each as its stems: “my mother” and “my cousin” are both of kin. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** The classes of the rules that a classifier of conduct learns from, by the name it shows. */
const classOf: Readonly<Record<string, string>> = {
	relative: 'kin',
	employer: 'work_boss',
	workplace: 'workplace',
	contact: 'contact_act',
	send: 'message_verb',
	say: 'say_verb',
	threat: 'threaten',
	authority: 'authority',
	lawyer: 'lawyer',
	insult: 'insult_noun',
	insulting: 'insult_adj',
	'part-of-day': 'day_part',
	night: 'night',
	property: 'property',
	home: 'home_place',
	debt: 'debt_item',
	'personal-data': 'personal_data',
	'other-person': 'other_person',
	thief: 'thief',
	'former-spouse': 'former_spouse',
	frail: 'frail',
	'legal-act': 'lt_act',
	'legal-term': 'lt_noun',
	fake: 'lt_fake',
	goods: 'lt_goods',
	credit: 'crt_credit',
	harm: 'crt_harm',
	nonstop: 'nonstop',
	messages: 'msg_noun',
	keep: 'keep',
	ask: 'ask_stop',
	swear: 'swear',
	never: 'have_never',
	collector: 'collector',
	money: 'money',
	owe: 'owe',
	violence: 'violence'
};

const piece = /[a-z]+(?:'[a-z]+)?|\d+/g;
/** How many words apart two concepts may be to be a pair. */
const farthest = 8;

/** The concepts of a language's word classes; a class that the pack does not have is left out. Throws `bad-pack`. */
export function conceptsOf(pack: WordClasses): Concepts {
	const classes = readClasses(pack);
	return Object.fromEntries(
		Object.entries(classOf).flatMap(([name, from]) => {
			const stems = (classes.get(from) ?? []).map(({ text }) =>
				[...text.matchAll(piece)].map(([word]) => stemOfPiece(word)).join(' ')
			);
			const known = [...new Set(stems)].filter((each) => each !== '');
			return known.length > 0 ? [[name, known]] : [];
		})
	);
}

/** Finds the concepts of a sentence, and which of them stand near each other. */
export interface ConceptFinder {
	/** What the codes that are found stand for: each concept, then each pair. */
	readonly names: readonly string[];
	/**
	 * Calls `found` with the feature of a code for every place; `features` by code, below 0 for what is not asked for.
	 * `stems` are numbers by `numberOf`, 0 for any other.
	 */
	find(
		stems: ArrayLike<number>,
		length: number,
		features: Int32Array,
		found: (feature: number) => void
	): void;
}

/** `numberOf` gives each stem a number above 0, of 16 bits. */
export function createConceptFinder(concepts: Concepts, numberOf: (stem: string) => number): ConceptFinder {
	const names = Object.keys(concepts);
	const count = names.length;
	const { firsts, longer, goesOn, ends } = growTrie(concepts, numberOf);
	/** Of the concepts within reach: where each stands, and where its pairs begin among the codes. */
	const places: number[] = [];
	const pairs: number[] = [];
	return {
		names: [
			...names.map((name) => `<${name}>`),
			...names.flatMap((first) => names.map((second) => `<${first}> <${second}>`))
		],
		find(stems, length, features, found) {
			let used = 0;
			let nearest = 0;
			for (let at = 0; at < length; at++) {
				let state = firsts[stems[at] as number] ?? 0;
				if (state === 0) continue;
				let longest = ends[state];
				for (let next = at + 1; goesOn[state] === 1 && next < length; next++) {
					state = longer.get(state, stems[next] as number);
					if (state < 0) break;
					longest = ends[state] ?? longest;
				}
				if (!longest) continue;
				while (nearest < used && at - (places[nearest] as number) > farthest) nearest++;
				const before = used;
				for (const concept of longest) {
					const feature = features[concept] as number;
					if (feature >= 0) found(feature);
					for (let other = nearest; other < before; other++) {
						const pair = features[(pairs[other] as number) + concept] as number;
						if (pair >= 0) found(pair);
					}
					places[used] = at;
					pairs[used++] = count + concept * count;
				}
			}
		}
	};
}

/** The expressions as ways through states: the state after the first stem, after each further one, what ends there. */
function growTrie(concepts: Concepts, numberOf: (stem: string) => number) {
	const firsts: number[] = [0];
	const longer = createTransitions();
	const ends: (number[] | undefined)[] = [undefined];
	const goesOn: number[] = [];
	const grow = (): number => ends.push(undefined) - 1;
	for (const [concept, expressions] of Object.values(concepts).entries()) {
		for (const expression of expressions) {
			const [first = 0, ...rest] = expression.split(' ').map(numberOf);
			let state = (firsts[first] ||= grow());
			for (const stem of rest) {
				const known = longer.get(state, stem);
				const next = known > 0 ? known : grow();
				longer.set(state, stem, next);
				goesOn[state] = 1;
				state = next;
			}
			(ends[state] ??= []).push(concept);
		}
	}
	return {
		firsts: Int32Array.from(firsts, (state) => state ?? 0),
		longer,
		goesOn: Uint8Array.from(ends, (_, state) => goesOn[state] ?? 0),
		ends
	};
}
