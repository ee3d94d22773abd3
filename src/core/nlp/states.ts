import type { Graph } from './graph.ts';
import type { Symbols } from './symbols.ts';
import { createTransitions } from './transitions.ts';

/** The state of having reached no node. */
export const nowhere = 0;
/** What a state accepts that accepts nothing. */
export const nothing = -1;

/** So many states are remembered: their numbers, and those one walk may add, must fit the keys of the transitions. */
const usualMost = 30_000;
const unknown = -1;

/** Keeps what is accepted in groups of values that are accepted together. */
export interface Grouper {
	/** Prepares a group once for all texts, and gives its number; `values` by growing number. */
	group(values: readonly number[]): number;
	/** No group is in use any more. */
	forgetGroups(): void;
}

/**
 * Nodes of a graph that can be reached together, under one number; made when a text first leads there. Texts take
 * most of their time to follow them, so that what is asked of a state stands in flat lists of integers.
 */
export class States {
	readonly #graph: Graph;
	readonly #symbols: Symbols;
	readonly #grouper: Grouper;
	readonly #most: number;
	readonly #nodes: (readonly number[])[] = [];
	readonly #edges: (ReadonlyMap<number, readonly number[]> | null)[] = [];
	readonly #known = new Map<string, number>();
	readonly #accepts = new Int32Array(1 << 16);
	readonly #leadsOn = new Uint8Array(1 << 16);
	readonly #steps = createTransitions();
	readonly #joined = createTransitions();
	#start = nowhere;
	/** By signature, the state it leads to from the start. */
	readonly #firsts: number[] = [];

	constructor(graph: Graph, symbols: Symbols, grouper: Grouper, most = usualMost) {
		this.#graph = graph;
		this.#symbols = symbols;
		this.#grouper = grouper;
		this.#most = most;
	}

	/** The state at the start. Between walks only: what was found out before may be forgotten to make room. */
	start(): number {
		if (this.#nodes.length >= this.#most) this.#forget();
		if (this.#start === nowhere) this.#start = this.#stateOf([this.#graph.root]);
		return this.#start;
	}

	/** The group that is accepted, or `nothing`. */
	accepts(state: number): number {
		return this.#accepts[state] as number;
	}

	leadsOn(state: number): boolean {
		return this.#leadsOn[state] === 1;
	}

	/** Where a signature leads from the start. */
	first(signature: number): number {
		const known = this.#firsts[signature] ?? unknown;
		if (known !== unknown) return known;
		while (this.#firsts.length < signature) this.#firsts.push(unknown);
		return (this.#firsts[signature] = this.step(this.#start, signature));
	}

	step(state: number, signature: number): number {
		const known = this.#steps.get(state, signature);
		return known === unknown ? this.#makeStep(state, signature) : known;
	}

	/** Both at once. */
	join(one: number, other: number): number {
		if (one === nowhere || one === other) return other;
		const known = this.#joined.get(one, other);
		if (known !== unknown) return known;
		const both = this.#stateOf([...this.#nodesOf(one), ...this.#nodesOf(other)]);
		this.#joined.set(one, other, both);
		return both;
	}

	#makeStep(state: number, signature: number): number {
		const edges = (this.#edges[state] ??= this.#graph.edgesOf(this.#nodesOf(state)));
		const targets = new Set<number>();
		for (const symbol of this.#symbols.symbolsIn(signature))
			for (const target of edges.get(symbol) ?? []) targets.add(target);
		const next = this.#stateOf(targets);
		this.#steps.set(state, signature, next);
		return next;
	}

	#stateOf(from: Iterable<number>): number {
		const nodes = this.#graph.nodesBehind(from);
		if (nodes.length === 0) return nowhere;
		const key = nodes.join();
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const state = this.#nodes.push(nodes);
		this.#edges.push(null);
		this.#known.set(key, state);
		const values = this.#graph.acceptsOf(nodes);
		this.#accepts[state] = values.length > 0 ? this.#grouper.group(values) : nothing;
		this.#leadsOn[state] = nodes.some((index) => this.#graph.leadsOn(index)) ? 1 : 0;
		return state;
	}

	#nodesOf(state: number): readonly number[] {
		return this.#nodes[state - 1] ?? [];
	}

	#forget(): void {
		this.#nodes.length = 0;
		this.#edges.length = 0;
		this.#known.clear();
		this.#steps.clear();
		this.#joined.clear();
		this.#firsts.length = 0;
		this.#start = nowhere;
		this.#grouper.forgetGroups();
	}
}
