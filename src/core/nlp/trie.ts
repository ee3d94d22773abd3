/** Sequences of terms, each with what it stands for; finds every sequence that begins at a place, in one walk. */
export interface Trie<Value> {
	add(terms: readonly string[], value: Value): void;
	/** Calls `found` for each sequence that begins at `start`, shortest first; `end` is exclusive. */
	match(terms: readonly string[], start: number, found: (value: Value, end: number) => void): void;
}

interface Node<Value> {
	readonly next: Map<string, Node<Value>>;
	readonly values: Value[];
}

export function createTrie<Value>(): Trie<Value> {
	const root: Node<Value> = { next: new Map(), values: [] };
	return {
		add(terms, value) {
			let node = root;
			for (const term of terms) {
				const next: Node<Value> = node.next.get(term) ?? { next: new Map(), values: [] };
				node.next.set(term, next);
				node = next;
			}
			if (!node.values.includes(value)) node.values.push(value);
		},
		match(terms, start, found) {
			let node: Node<Value> | undefined = root;
			for (let index = start; node; index++) {
				for (const value of node.values) found(value, index);
				const term: string | undefined = terms[index];
				node = term === undefined ? undefined : node.next.get(term);
			}
		}
	};
}
