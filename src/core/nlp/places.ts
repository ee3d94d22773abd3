const none = -1;
const firstSize = 1 << 12;
/** An entry: from, to, and the entry before it of the same list. */
const width = 3;

/** Places [from, to) in one text, listed by number: in one pool of integers, for a text may hold thousands of them. */
export class Places {
	/** By number, its latest entry. */
	#latest = new Int32Array(firstSize).fill(none);
	#pool = new Int32Array(firstSize * width);
	#used = 0;
	readonly #listed: number[] = [];

	/** Makes room for the lists of numbers below `count`. */
	growTo(count: number): void {
		if (count > this.#latest.length) this.#latest = new Int32Array(count * 2).fill(none);
	}

	clear(): void {
		for (const number of this.#listed) this.#latest[number] = none;
		this.#listed.length = 0;
		this.#used = 0;
	}

	/** Empties the lists of numbers that are 0 in `stays`. */
	clearBut(stays: Uint8Array): void {
		const listed = this.#listed;
		let kept = 0;
		for (let index = 0; index < listed.length; index++) {
			const number = listed[index] as number;
			if (stays[number] === 1) listed[kept++] = number;
			else this.#latest[number] = none;
		}
		listed.length = kept;
	}

	add(number: number, from: number, to: number): void {
		const entry = this.#used;
		if (entry === this.#pool.length) this.#growPool();
		const before = this.#latest[number] as number;
		if (before === none) this.#listed.push(number);
		const pool = this.#pool;
		pool[entry] = from;
		pool[entry + 1] = to;
		pool[entry + 2] = before;
		this.#latest[number] = entry;
		this.#used = entry + width;
	}

	/** One place for many: `numbers` from `first` to before `end`. */
	addAll(numbers: Int32Array, first: number, end: number, from: number, to: number): void {
		while (this.#used + (end - first) * width > this.#pool.length) this.#growPool();
		const latest = this.#latest;
		const pool = this.#pool;
		let entry = this.#used;
		for (let index = first; index < end; index++) {
			const number = numbers[index] as number;
			const before = latest[number] as number;
			if (before === none) this.#listed.push(number);
			pool[entry] = from;
			pool[entry + 1] = to;
			pool[entry + 2] = before;
			latest[number] = entry;
			entry += width;
		}
		this.#used = entry;
	}

	/** The latest entry of a number, −1 where it has none. */
	latest(number: number): number {
		return this.#latest[number] as number;
	}

	from(entry: number): number {
		return this.#pool[entry] as number;
	}

	to(entry: number): number {
		return this.#pool[entry + 1] as number;
	}

	/** The entry before another of the same number, or −1. */
	before(entry: number): number {
		return this.#pool[entry + 2] as number;
	}

	#growPool(): void {
		const grown = new Int32Array(this.#pool.length * 2);
		grown.set(this.#pool);
		this.#pool = grown;
	}
}
