import { noSymbols, type Symbols } from './symbols.ts';
import type { Tokens } from './tokens.ts';
import { createTransitions } from './transitions.ts';

interface Node {
	readonly edges: Map<number, number[]>;
	readonly free: number[];
	readonly accepts: number[];
}

/** Nodes that can be reached together; made when a text first leads there. */
interface State {
	readonly id: number;
	readonly nodes: readonly number[];
	readonly accepts: readonly number[];
	readonly leadsOn: boolean;
	readonly joined: Map<State, State>;
	edges: Map<number, readonly number[]> | null;
}

/** So many states are remembered (they must fit the keys of the transitions). */
const mostStates = 30_000;
/** Stands for no state among the transitions. */
const nowhere = 1 << 30;
/** So many skipped words (“the”, 了) may stand between two words of a segment. */
const mostSkips = 3;

/** Takes all that is accepted over [from, to), by growing number. */
interface Taker {
	take(values: readonly number[], from: number, to: number): void;
}
/** The search that begins at one token: by how far from it, the state that is reached there. */
interface Walk {
	readonly tokens: Tokens;
	readonly taker: Taker;
	readonly pending: (State | undefined)[];
	from: number;
	furthest: number;
}

/** A graph of symbols without loops, in which all segments of all patterns are looked for at once. */
export class Automaton {
	readonly root: number;
	readonly #symbols: Symbols;
	readonly #nodes: Node[] = [];
	readonly #states: State[] = [];
	readonly #known = new Map<string, State>();
	readonly #transitions = createTransitions();
	#start: State | null = null;
	/** By signature, the state it leads to from the start. */
	#firsts: (State | null | undefined)[] = [];

	constructor(symbols: Symbols) {
		this.#symbols = symbols;
		this.root = this.newNode();
	}

	newNode(): number {
		return this.#nodes.push({ edges: new Map(), free: [], accepts: [] }) - 1;
	}

	addEdge(from: number, symbol: number, to: number): void {
		const { edges } = this.#at(from);
		const known = edges.get(symbol);
		if (known) known.push(to);
		else edges.set(symbol, [to]);
	}

	addFree(from: number, to: number): void {
		this.#at(from).free.push(to);
	}

	addAccept(node: number, value: number): void {
		this.#at(node).accepts.push(value);
	}

	/** Whether nothing at all leads from `from` to `to`: an empty pattern. */
	isReachedFreely(from: number, to: number): boolean {
		return this.#reachFreely([from]).has(to);
	}

	/**
	 * Gives `taker` every [from, to) values were accepted over, by growing `from`. The work for a token is bounded
	 * by the longest pattern, whatever the text. `stopsAt` says between which tokens no segment reaches across.
	 */
	scan(tokens: Tokens, stopsAt: readonly number[], taker: Taker): void {
		if (this.#states.length >= mostStates) this.#forgetStates();
		this.#start ??= this.#stateOf([this.root]);
		const start = this.#start;
		if (!start) return;
		const { length, signatures, arcs } = tokens;
		const walk: Walk = { tokens, taker, from: 0, furthest: 0, pending: [] };
		for (let from = 0; from < length; from++) {
			const here = signatures[from] ?? noSymbols;
			const longer = arcs[from];
			const first = here === noSymbols ? null : this.#firstStep(start, here);
			if (!first && !longer) continue;
			walk.from = from;
			walk.furthest = 0;
			if (first) this.#enter(walk, first, from + 1);
			if (longer) for (const arc of longer) this.#advance(walk, start, arc.signature, from + arc.length);
			this.#walkOn(walk, stopsAt);
		}
	}

	#firstStep(start: State, signature: number): State | null {
		const firsts = this.#firsts;
		const known = firsts[signature];
		if (known !== undefined) return known;
		while (firsts.length <= signature) firsts.push(undefined);
		return (firsts[signature] = this.#step(start, signature));
	}

	#walkOn(walk: Walk, stopsAt: readonly number[]): void {
		const { pending, from, tokens } = walk;
		for (let offset = 1; offset <= walk.furthest; offset++) {
			const state = pending[offset];
			if (!state) continue;
			pending[offset] = undefined;
			const place = from + offset;
			if (place >= tokens.length || stopsAt[place] !== stopsAt[from]) continue;
			const signature = tokens.signatures[place] ?? noSymbols;
			if (signature !== noSymbols) this.#advance(walk, state, signature, place + 1);
			const longer = tokens.arcs[place];
			if (longer) for (const arc of longer) this.#advance(walk, state, arc.signature, place + arc.length);
		}
	}

	#advance(walk: Walk, state: State, signature: number, to: number): void {
		const next = this.#step(state, signature);
		if (next) this.#enter(walk, next, to);
	}

	#enter(walk: Walk, next: State, to: number): void {
		if (next.accepts.length > 0) walk.taker.take(next.accepts, walk.from, to);
		if (!next.leadsOn) return;
		for (let skips = 0; ; skips++) {
			const offset = to - walk.from + skips;
			walk.pending[offset] = this.#join(walk.pending[offset], next);
			if (offset > walk.furthest) walk.furthest = offset;
			if (skips === mostSkips || !walk.tokens.isSkipped[to + skips]) break;
		}
	}

	#at(index: number): Node {
		const node = this.#nodes[index];
		if (!node) throw new RangeError(`no node ${index}`);
		return node;
	}

	#reachFreely(from: Iterable<number>): Set<number> {
		const reached = new Set(from);
		for (const index of reached) for (const next of this.#at(index).free) reached.add(next);
		return reached;
	}

	/** The state of having reached some nodes; null where no node leads on. */
	#stateOf(from: Iterable<number>): State | null {
		// Nodes that only pass on tell nothing more about a state.
		const nodes = [...this.#reachFreely(from)]
			.filter((index) => this.#at(index).edges.size > 0 || this.#at(index).accepts.length > 0)
			.sort((a, b) => a - b);
		if (nodes.length === 0) return null;
		const key = nodes.join();
		const known = this.#known.get(key);
		if (known) return known;
		const accepts = [...new Set(nodes.flatMap((index) => this.#at(index).accepts))].sort((a, b) => a - b);
		const leadsOn = nodes.some((index) => this.#at(index).edges.size > 0);
		const state: State = { id: this.#states.length, nodes, accepts, leadsOn, joined: new Map(), edges: null };
		if (this.#states.length < mostStates) {
			this.#states.push(state);
			this.#known.set(key, state);
		}
		return state;
	}

	/** Between texts: what a text leads to is made again when it is needed. */
	#forgetStates(): void {
		this.#known.clear();
		this.#states.length = 0;
		this.#transitions.clear();
		this.#start = null;
		this.#firsts = [];
	}

	#step(state: State, signature: number): State | null {
		const next = this.#transitions.get(state.id, signature);
		if (next === -1) return this.#makeStep(state, signature);
		return next === nowhere ? null : (this.#states[next] ?? null);
	}

	#makeStep(state: State, signature: number): State | null {
		state.edges ??= this.#edgesOf(state.nodes);
		const targets = new Set<number>();
		for (const symbol of this.#symbols.symbolsIn(signature))
			for (const target of state.edges.get(symbol) ?? []) targets.add(target);
		const next = this.#stateOf(targets);
		if (this.#states.length < mostStates)
			this.#transitions.set(state.id, signature, next ? next.id : nowhere);
		return next;
	}

	#edgesOf(from: readonly number[]): Map<number, readonly number[]> {
		const edges = new Map<number, number[]>();
		for (const index of from) {
			for (const [symbol, targets] of this.#at(index).edges) {
				const known = edges.get(symbol);
				if (known) known.push(...targets);
				else edges.set(symbol, [...targets]);
			}
		}
		return edges;
	}

	#join(one: State | undefined, other: State): State {
		if (!one || one === other) return other;
		const known = one.joined.get(other);
		if (known) return known;
		const both = this.#stateOf([...one.nodes, ...other.nodes]) ?? other;
		one.joined.set(other, both);
		return both;
	}
}
