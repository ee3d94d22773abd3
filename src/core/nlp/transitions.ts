/** Remembers which state follows a state on a signature: an open hash of integers, several times as fast as a Map. */
export interface Transitions {
	/** −1 where it is not known yet. */
	get(state: number, signature: number): number;
	/** `next` is no negative number. */
	set(state: number, signature: number, next: number): void;
	clear(): void;
}

/** States and signatures of 16 bits fit one key of 32. */
const signatureBits = 16;
const firstSize = 1 << 12;

export function createTransitions(): Transitions {
	return new OpenTransitions();
}

class OpenTransitions implements Transitions {
	/** A key and its value beside it: one place in memory to wait for, not two. */
	#entries = new Int32Array(firstSize * 2).fill(-1);
	#used = 0;

	get(state: number, signature: number): number {
		// Where the key is not, the value is −1.
		return this.#entries[this.#placeOf(keyOf(state, signature)) + 1] as number;
	}

	set(state: number, signature: number, next: number): void {
		if (this.#used * 3 > this.#entries.length) this.#grow();
		const key = keyOf(state, signature);
		const place = this.#placeOf(key);
		if (this.#entries[place + 1] === -1) this.#used++;
		this.#entries[place] = key;
		this.#entries[place + 1] = next;
	}

	clear(): void {
		this.#entries = new Int32Array(firstSize * 2).fill(-1);
		this.#used = 0;
	}

	/** The place of a key, or the free one where it belongs. */
	#placeOf(key: number): number {
		const entries = this.#entries;
		const last = entries.length - 1;
		// The upper bits: only they depend on the state as well as on the signature.
		let place = (Math.imul(key, 0x9e3779b1) >>> Math.clz32(last)) & -2;
		while (entries[place + 1] !== -1 && entries[place] !== key) place = (place + 2) & last;
		return place;
	}

	#grow(): void {
		const before = this.#entries;
		this.#entries = new Int32Array(before.length * 2).fill(-1);
		for (let place = 0; place < before.length; place += 2) {
			const value = before[place + 1] as number;
			if (value === -1) continue;
			const to = this.#placeOf(before[place] as number);
			this.#entries[to] = before[place] as number;
			this.#entries[to + 1] = value;
		}
	}
}

function keyOf(state: number, signature: number): number {
	return (state << signatureBits) | signature;
}
