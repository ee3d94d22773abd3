interface Node {
	readonly edges: Map<number, number[]>;
	readonly free: number[];
	readonly accepts: number[];
}

/** A graph of symbols without loops that holds the segments of all patterns. */
export class Graph {
	readonly root: number;
	readonly #nodes: Node[] = [];

	constructor() {
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

	/** The nodes reached with others, by growing number. Those that only pass on tell nothing more and are left out. */
	nodesBehind(from: Iterable<number>): readonly number[] {
		return [...this.#reachFreely(from)]
			.filter((index) => this.leadsOn(index) || this.#at(index).accepts.length > 0)
			.sort((a, b) => a - b);
	}

	/** By growing number. */
	acceptsOf(nodes: readonly number[]): readonly number[] {
		const values = new Set(nodes.flatMap((index) => this.#at(index).accepts));
		return [...values].sort((a, b) => a - b);
	}

	leadsOn(node: number): boolean {
		return this.#at(node).edges.size > 0;
	}

	edgesOf(from: readonly number[]): ReadonlyMap<number, readonly number[]> {
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

	#reachFreely(from: Iterable<number>): Set<number> {
		const reached = new Set(from);
		for (const index of reached) for (const next of this.#at(index).free) reached.add(next);
		return reached;
	}

	#at(index: number): Node {
		const node = this.#nodes[index];
		if (!node) throw new RangeError(`no node ${index}`);
		return node;
	}
}
