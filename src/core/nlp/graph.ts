import { IntegerLists } from './integer-lists.ts';

/** A graph of symbols without loops that holds the segments of all patterns. */
export class Graph {
	readonly root: number;
	#nodes = 0;
	/** By edge. */
	readonly #symbols: number[] = [];
	readonly #targets: number[] = [];
	/** By node. */
	readonly #edges = new IntegerLists();
	readonly #free = new IntegerLists();
	readonly #accepts = new IntegerLists();

	constructor() {
		this.root = this.newNode();
	}

	newNode(): number {
		return this.#nodes++;
	}

	addEdge(from: number, symbol: number, to: number): void {
		this.#edges.add(from, this.#symbols.push(symbol) - 1);
		this.#targets.push(to);
	}

	addFree(from: number, to: number): void {
		this.#free.add(from, to);
	}

	addAccept(node: number, value: number): void {
		this.#accepts.add(node, value);
	}

	/** Whether nothing at all leads from `from` to `to`: an empty pattern. */
	isReachedFreely(from: number, to: number): boolean {
		return this.#reachFreely([from]).has(to);
	}

	/** The nodes reached with others, by growing number. Those that only pass on tell nothing more and are left out. */
	nodesBehind(from: Iterable<number>): readonly number[] {
		return [...this.#reachFreely(from)]
			.filter((node) => this.leadsOn(node) || !this.#accepts.isEmpty(node))
			.sort((a, b) => a - b);
	}

	/** By growing number. */
	acceptsOf(nodes: readonly number[]): readonly number[] {
		const values = new Set(nodes.flatMap((node) => this.#accepts.of(node)));
		return [...values].sort((a, b) => a - b);
	}

	leadsOn(node: number): boolean {
		return !this.#edges.isEmpty(node);
	}

	edgesOf(from: readonly number[]): ReadonlyMap<number, readonly number[]> {
		const edges = new Map<number, number[]>();
		for (const node of from) {
			for (const edge of this.#edges.of(node)) {
				const symbol = this.#symbols[edge] as number;
				const target = this.#targets[edge] as number;
				const known = edges.get(symbol);
				if (known) known.push(target);
				else edges.set(symbol, [target]);
			}
		}
		return edges;
	}

	#reachFreely(from: Iterable<number>): Set<number> {
		const reached = new Set(from);
		for (const node of reached) for (const next of this.#free.of(node)) reached.add(next);
		return reached;
	}
}
