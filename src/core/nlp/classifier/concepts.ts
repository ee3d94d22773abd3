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
	/** Calls `found` with a code for every place; `stems` are numbers by `numberOf`, 0 for any other. */
	find(stems: ArrayLike<number>, length: number, found: (code: number) => void): void;
}

/** `numberOf` gives each stem a number above 0, of 16 bits. */
export function createConceptFinder(concepts: Concepts, numberOf: (stem: string) => number): ConceptFinder {
	const names = Object.keys(concepts);
	const count = names.length;
	const { firsts, longer, ends } = growTrie(concepts, numberOf);
	const places: number[] = [];
	const codes: number[] = [];
	const add = (at: number, concept: number, found: (code: number) => void): void => {
		found(concept);
		for (let before = codes.length - 1; before >= 0; before--) {
			const distance = at - (places[before] as number);
			if (distance > farthest) break;
			if (distance > 0) found(count + (codes[before] as number) * count + concept);
		}
		places.push(at);
		codes.push(concept);
	};
	return {
		names: [
			...names.map((name) => `<${name}>`),
			...names.flatMap((first) => names.map((second) => `<${first}> <${second}>`))
		],
		find(stems, length, found) {
			places.length = 0;
			codes.length = 0;
			for (let at = 0; at < length; at++) {
				let state = firsts[stems[at] as number] ?? 0;
				let longest: readonly number[] | undefined;
				for (let next = at + 1; state > 0; next++) {
					longest = ends[state] ?? longest;
					state = next < length ? longer.get(state, stems[next] as number) : 0;
				}
				if (longest) for (const concept of longest) add(at, concept, found);
			}
		}
	};
}

/** The expressions as ways through states: the state after the first stem, after each further one, what ends there. */
function growTrie(concepts: Concepts, numberOf: (stem: string) => number) {
	const firsts: number[] = [0];
	const longer = createTransitions();
	const ends: (number[] | undefined)[] = [undefined];
	const grow = (): number => ends.push(undefined) - 1;
	for (const [concept, expressions] of Object.values(concepts).entries()) {
		for (const expression of expressions) {
			const [first = 0, ...rest] = expression.split(' ').map(numberOf);
			let state = (firsts[first] ||= grow());
			for (const stem of rest) {
				const known = longer.get(state, stem);
				const next = known > 0 ? known : grow();
				longer.set(state, stem, next);
				state = next;
			}
			(ends[state] ??= []).push(concept);
		}
	}
	return { firsts: Int32Array.from(firsts, (state) => state ?? 0), longer, ends };
}
