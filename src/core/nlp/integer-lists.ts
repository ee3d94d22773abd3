const none = -1;
const firstSize = 1 << 12;

/** Many short lists of integers in flat memory, where one array or map a list would keep the collector busy. */
export class IntegerLists {
	/** By list, the entry that was added last. */
	#last = new Int32Array(firstSize).fill(none);
	/** Of each entry: its value, and the entry added before it. */
	#entries = new Int32Array(firstSize * 2);
	#used = 0;

	add(list: number, value: number): void {
		while (list >= this.#last.length) this.#last = doubled(this.#last, none);
		if (this.#used === this.#entries.length) this.#entries = doubled(this.#entries, 0);
		this.#entries[this.#used] = value;
		this.#entries[this.#used + 1] = this.#last[list] as number;
		this.#last[list] = this.#used;
		this.#used += 2;
	}

	isEmpty(list: number): boolean {
		return (this.#last[list] ?? none) === none;
	}

	/** The latest first. */
	of(list: number): readonly number[] {
		const values: number[] = [];
		for (let at = this.#last[list] ?? none; at !== none; at = this.#entries[at + 1] as number)
			values.push(this.#entries[at] as number);
		return values;
	}
}

function doubled(list: Int32Array, filler: number): Int32Array<ArrayBuffer> {
	const twice = new Int32Array(list.length * 2).fill(filler, list.length);
	twice.set(list);
	return twice;
}
