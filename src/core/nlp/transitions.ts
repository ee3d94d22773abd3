/** Remembers which state follows a state on a signature: an open hash of integers, several times as fast as a Map. */
export interface Transitions {
	/** −1 where it is not known yet. */
	get(state: number, signature: number): number;
	set(state: number, signature: number, next: number): void;
	clear(): void;
}

/** States and signatures below this fit one key of 32 bits. */
const mostSignatures = 1 << 16;
const firstSize = 1 << 12;

export function createTransitions(): Transitions {
	return new OpenTransitions();
}

class OpenTransitions implements Transitions {
	#keys = new Int32Array(firstSize).fill(-1);
	#values = new Int32Array(firstSize);
	#used = 0;

	get(state: number, signature: number): number {
		const key = state * mostSignatures + signature;
		const place = this.#placeOf(key);
		return this.#keys[place] === key ? (this.#values[place] as number) : -1;
	}

	set(state: number, signature: number, next: number): void {
		if (this.#used * 2 >= this.#keys.length) this.#grow();
		const key = state * mostSignatures + signature;
		const place = this.#placeOf(key);
		if (this.#keys[place] === -1) this.#used++;
		this.#keys[place] = key;
		this.#values[place] = next;
	}

	clear(): void {
		this.#keys = new Int32Array(firstSize).fill(-1);
		this.#values = new Int32Array(firstSize);
		this.#used = 0;
	}

	/** The place of a key, or the free one where it belongs. */
	#placeOf(key: number): number {
		const keys = this.#keys;
		const last = keys.length - 1;
		// The upper bits: only they depend on the state as well as on the signature.
		let place = Math.imul(key, 0x9e3779b1) >>> Math.clz32(last);
		while (keys[place] !== -1 && keys[place] !== key) place = (place + 1) & last;
		return place;
	}

	#grow(): void {
		const [keys, values] = [this.#keys, this.#values];
		this.#keys = new Int32Array(keys.length * 2).fill(-1);
		this.#values = new Int32Array(keys.length * 2);
		for (const [place, key] of keys.entries()) {
			if (key === -1) continue;
			const to = this.#placeOf(key);
			this.#keys[to] = key;
			this.#values[to] = values[place] ?? 0;
		}
	}
}
