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
const firstSize = 1 << 10;
/** Per state: the group it accepts, its filter of two integers, and one free, so that a state begins no new cache line. */
const width = 4;
const filterWidth = 2;
const everything = -1;

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
	#rows = new Int32Array(firstSize * width);
	/**
	 * Per signature, a bit for each of its symbols, where a state has one for each that leads on from it: most steps
	 * lead nowhere, and without a bit in common that needs no look-up. Symbols share bits.
	 */
	#filters = new Int32Array(firstSize * filterWidth);
	#filtered = 0;
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
		return this.#rows[state * width] as number;
	}

	leadsOn(state: number): boolean {
		const row = state * width;
		return ((this.#rows[row + 1] as number) | (this.#rows[row + 2] as number)) !== 0;
	}

	/** Where a signature leads from the start. */
	first(signature: number): number {
		const known = this.#firsts[signature] ?? unknown;
		if (known !== unknown) return known;
		while (this.#firsts.length < signature) this.#firsts.push(unknown);
		return (this.#firsts[signature] = this.step(this.#start, signature));
	}

	step(state: number, signature: number): number {
		if (signature >= this.#filtered) this.#filterTo(signature);
		const rows = this.#rows;
		const filters = this.#filters;
		const row = state * width;
		const filter = signature * filterWidth;
		if (
			((rows[row + 1] as number) & (filters[filter] as number)) === 0 &&
			((rows[row + 2] as number) & (filters[filter + 1] as number)) === 0
		)
			return nowhere;
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
		const edges = this.#edgesOf(state);
		const targets = new Set<number>();
		for (const symbol of this.#symbols.symbolsIn(signature))
			for (const target of edges.get(symbol) ?? []) targets.add(target);
		const next = this.#stateOf(targets);
		this.#steps.set(state, signature, next);
		return next;
	}

	#edgesOf(state: number): ReadonlyMap<number, readonly number[]> {
		const known = this.#edges[state];
		if (known) return known;
		const edges = this.#graph.edgesOf(this.#nodesOf(state));
		this.#rows.fill(0, state * width + 1, state * width + 1 + filterWidth);
		for (const symbol of edges.keys()) addToFilter(this.#rows, state * width + 1, symbol);
		return (this.#edges[state] = edges);
	}

	#filterTo(signature: number): void {
		while ((signature + 1) * filterWidth > this.#filters.length) this.#filters = doubled(this.#filters);
		for (; this.#filtered <= signature; this.#filtered++)
			for (const symbol of this.#symbols.symbolsIn(this.#filtered))
				addToFilter(this.#filters, this.#filtered * filterWidth, symbol);
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
		const row = state * width;
		if (row === this.#rows.length) this.#rows = doubled(this.#rows);
		this.#rows[row] = values.length > 0 ? this.#grouper.group(values) : nothing;
		// Nothing is filtered before its edges are looked at.
		const filter = nodes.some((index) => this.#graph.leadsOn(index)) ? everything : 0;
		this.#rows.fill(filter, row + 1, row + 1 + filterWidth);
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

function addToFilter(filters: Int32Array, at: number, symbol: number): void {
	const bit = Math.imul(symbol, 0x9e3779b1) >>> 26;
	const index = at + (bit >>> 5);
	filters[index] = (filters[index] as number) | (1 << (bit & 31));
}

function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
	const twice = new Int32Array(list.length * 2);
	twice.set(list);
	return twice;
}
