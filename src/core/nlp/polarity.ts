import type { Polarity } from '../domain/tag.ts';
import type { PolarityPack } from '../domain/theme-pack.ts';
import type { Engine } from './engine.ts';
import { firstIndex } from './first-index.ts';
import { isWithin, type Match, type Tokens } from './tokens.ts';
import { collectorSpeaks, createTurnReader } from './turns.ts';

/** How a hit is meant, and why: a code and the words that decided, like `negator: never`. */
export interface Decision {
	readonly polarity: Polarity;
	readonly reason?: string;
}

/** The text a hit stands in, with what was found in it. */
export interface Reading {
	readonly text: string;
	readonly tokens: Tokens;
	readonly matches: readonly Match[];
}

/** Decides on the hits of one text. */
export type Decide = (hit: { readonly from: number; readonly to: number }) => Decision;

const kinds = {
	negator: 'negators',
	pseudo: 'pseudoNegators',
	stop: 'stops',
	question: 'hypothetical',
	own_act: 'ownAct',
	threat: 'threat',
	norm: 'norms',
	turn: 'turns',
	comparison: 'comparisons',
	own_speech: 'ownSpeech'
} as const satisfies Record<string, keyof PolarityPack>;
type Kind = keyof typeof kinds;
type Cues = Readonly<Record<Kind, readonly Match[]>>;

/** So many matched cues before a hit are looked at: all of a clause, and never the whole of a long text. */
const cuesLookedAt = 24;
/** A threat is announced up to so many tokens before it. */
const threatWindow = 8;

/** Adds one language's cues to its engine. Call before the first text is read. */
export function createPolarityReader(
	pack: PolarityPack,
	engine: Pick<Engine, 'add'>
): (reading: Reading) => Decide {
	const kindOf = new Map<number, Kind>();
	for (const kind of Object.keys(kinds) as Kind[]) {
		for (const text of pack[kinds[kind]])
			kindOf.set(
				engine.add({ text, where: `db/packs/polarity/${pack.language}.json, ${kinds[kind]}` }),
				kind
			);
	}
	const readTurns = createTurnReader(pack.speakers);
	return (reading) => {
		const cues = sortCues(reading.matches, kindOf);
		const turns = readTurns(reading.text);
		return ({ from, to }) => {
			const isCollector = collectorSpeaks(reading.tokens, turns, cues.own_speech, from);
			return decide({ ...reading, cues, window: pack.window, from, to }, isCollector);
		};
	};
}

interface Hit extends Reading {
	readonly cues: Cues;
	readonly window: number;
	readonly from: number;
	readonly to: number;
}

function sortCues(matches: readonly Match[], kindOf: ReadonlyMap<number, Kind>): Cues {
	const cues: Record<Kind, Match[]> = {
		negator: [],
		pseudo: [],
		stop: [],
		question: [],
		own_act: [],
		threat: [],
		norm: [],
		turn: [],
		comparison: [],
		own_speech: []
	};
	for (const match of matches) {
		const kind = kindOf.get(match.pattern);
		if (kind) cues[kind].push(match);
	}
	return cues;
}

/** The order matters: who acts comes before what is asked, and what is asked before what is denied. */
function decide(hit: Hit, isCollector: boolean): Decision {
	const norm = isCollector ? undefined : findNorm(hit);
	if (norm) return { polarity: 'hypothetical', reason: `norm: ${write(hit, norm)}` };
	const own = isCollector ? undefined : findOwnAct(hit);
	if (own) return { polarity: 'own_act', reason: `own_act: ${write(hit, own)}` };
	const question = findAround(hit, 'question', isCollector);
	if (question) return { polarity: 'hypothetical', reason: `question: ${write(hit, question)}` };
	const other = findAround(hit, 'comparison', isCollector);
	if (other) return { polarity: 'hypothetical', reason: `comparison: ${write(hit, other)}` };
	const negator = findNegator(hit);
	if (negator) return { polarity: 'negated', reason: `negator: ${write(hit, negator)}` };
	const threat = findThreat(hit);
	if (threat) return { polarity: 'threatened', reason: `threat: ${write(hit, threat)}` };
	return isCollector ? { polarity: 'asserted', reason: 'speaker: collector' } : { polarity: 'asserted' };
}

function write({ text, tokens }: Hit, { from, to }: Match): string {
	return text.slice(tokens.starts[from], tokens.ends[to - 1]);
}

/** Cues of a kind that begin before the hit, the nearest first. */
function* before({ cues, from }: Hit, kind: Kind): Generator<Match> {
	const list = cues[kind];
	const reached = firstIndex(list, (cue) => cue.from >= from);
	for (let index = reached - 1; index >= Math.max(0, reached - cuesLookedAt); index--) {
		const cue = list[index];
		if (cue) yield cue;
	}
}

function findNorm(hit: Hit): Match | undefined {
	for (const norm of before(hit, 'norm')) {
		if (!isWithin('sentence', hit.tokens, norm.from, hit.from)) return undefined;
		let isEvent = false;
		for (const turn of before(hit, 'turn')) isEvent ||= turn.from >= norm.to;
		return isEvent ? undefined : norm;
	}
	return undefined;
}

/** “I will …”: the words directly before the hit. */
function findOwnAct(hit: Hit): Match | undefined {
	for (const cue of before(hit, 'own_act')) {
		if (!isWithin('clause', hit.tokens, cue.from, hit.from)) return undefined;
		if (cue.to <= hit.from && distance(hit.tokens, cue.to, hit.from) === 0) return cue;
	}
	return undefined;
}

/** A cue in the sentence before the hit, or one that reaches around it (会…吗). What a collector asks is no question. */
function findAround(hit: Hit, kind: 'question' | 'comparison', isCollector: boolean): Match | undefined {
	const { quotes } = hit.tokens;
	for (const cue of before(hit, kind)) {
		if (!isWithin('sentence', hit.tokens, cue.from, hit.from)) return undefined;
		if (!isCollector || (quotes[hit.from] !== 0 && quotes[cue.from] !== quotes[hit.from])) return cue;
	}
	return undefined;
}

function findNegator(hit: Hit): Match | undefined {
	for (const cue of before(hit, 'negator')) {
		if (!isWithin('clause', hit.tokens, cue.from, hit.from)) return undefined;
		if (cue.to > hit.from || distance(hit.tokens, cue.to, hit.from) >= hit.window) continue;
		if (!isPseudo(hit, cue) && !isStopped(hit, cue.to)) return cue;
	}
	return undefined;
}

/** A negator that is a part of words that are none (不停, “not only”). */
function isPseudo(hit: Hit, negator: Match): boolean {
	for (const pseudo of before({ ...hit, from: negator.to }, 'pseudo'))
		if (pseudo.from <= negator.from && pseudo.to >= negator.to) return true;
	return false;
}

function isStopped(hit: Hit, since: number): boolean {
	for (const stop of before(hit, 'stop')) if (stop.from >= since && stop.to <= hit.from) return true;
	return false;
}

/** A threat announced a few words before the hit, or in it. */
function findThreat(hit: Hit): Match | undefined {
	for (const cue of before({ ...hit, from: hit.to }, 'threat')) {
		if (!isWithin('sentence', hit.tokens, cue.from, hit.from)) return undefined;
		if (cue.to <= hit.to && distance(hit.tokens, cue.to, hit.from) < threatWindow) return cue;
	}
	return undefined;
}

function distance({ ordinals }: Tokens, from: number, to: number): number {
	return (ordinals[to] ?? 0) - (ordinals[from] ?? 0);
}
