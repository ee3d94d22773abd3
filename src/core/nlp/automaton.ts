import type { Graph } from './graph.ts';
import { nothing, nowhere, States, type Grouper } from './states.ts';
import { noSymbols, type Symbols } from './symbols.ts';
import type { Tokens } from './tokens.ts';

/** So many skipped words (“the”, 了) may stand between two words of a segment. */
const mostSkips = 3;

/** Takes what is accepted. */
interface Taker extends Grouper {
	/** The group is accepted over [from, to). */
	take(group: number, from: number, to: number): void;
}

/** Looks for all segments of a graph at once. */
export class Automaton {
	readonly #states: States;
	readonly #taker: Taker;
	/** Of the walk that begins at one token: by how far from it, the state that is reached there. */
	readonly #pending: number[] = [];
	#furthest = 0;

	/** `mostStates` bounds what is remembered of the ways texts have taken, not what is found. */
	constructor(graph: Graph, symbols: Symbols, taker: Taker, mostStates?: number) {
		this.#states = new States(graph, symbols, taker, mostStates);
		this.#taker = taker;
	}

	/**
	 * Gives the taker every [from, to) something was accepted over, by growing `from`. The work for a token is bounded
	 * by the longest pattern, whatever the text. `stopsAt` says between which tokens no segment reaches across.
	 */
	scan(tokens: Tokens, stopsAt: Int32Array): void {
		const { length, signatures, arcs } = tokens;
		const states = this.#states;
		for (let from = 0; from < length; from++) {
			const start = states.start();
			const here = signatures[from] as number;
			const first = here === noSymbols ? nowhere : states.first(here);
			const longer = arcs[from];
			if (first === nowhere && !longer) continue;
			this.#furthest = 0;
			if (first !== nowhere) this.#enter(tokens, first, from, from + 1);
			if (longer)
				for (const arc of longer)
					this.#enter(tokens, states.step(start, arc.signature), from, from + arc.length);
			this.#walkOn(tokens, from, stopsAt);
		}
	}

	#walkOn(tokens: Tokens, from: number, stopsAt: Int32Array): void {
		const { length, signatures, arcs } = tokens;
		const pending = this.#pending;
		const states = this.#states;
		for (let offset = 1; offset <= this.#furthest; offset++) {
			const state = pending[offset] ?? nowhere;
			if (state === nowhere) continue;
			pending[offset] = nowhere;
			const place = from + offset;
			if (place >= length || stopsAt[place] !== stopsAt[from]) continue;
			const signature = signatures[place] as number;
			if (signature !== noSymbols) this.#enter(tokens, states.step(state, signature), from, place + 1);
			const longer = arcs[place];
			if (longer)
				for (const arc of longer)
					this.#enter(tokens, states.step(state, arc.signature), from, place + arc.length);
		}
	}

	#enter(tokens: Tokens, state: number, from: number, to: number): void {
		if (state === nowhere) return;
		const states = this.#states;
		const accepted = states.accepts(state);
		if (accepted !== nothing) this.#taker.take(accepted, from, to);
		if (!states.leadsOn(state)) return;
		const pending = this.#pending;
		for (let skips = 0; ; skips++) {
			const offset = to - from + skips;
			while (pending.length <= offset) pending.push(nowhere);
			pending[offset] = states.join(pending[offset] as number, state);
			if (offset > this.#furthest) this.#furthest = offset;
			if (skips === mostSkips || tokens.isSkipped[to + skips] === 0) break;
		}
	}
}
