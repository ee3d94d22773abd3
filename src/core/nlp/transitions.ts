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
	let keys = new Int32Array(firstSize).fill(-1);
	let values = new Int32Array(firstSize);
	let used = 0;

	/** The place of a key, or the free one where it belongs. */
	function placeOf(key: number): number {
		const last = keys.length - 1;
		// The upper bits: only they depend on the state as well as on the signature.
		let place = Math.imul(key, 0x9e3779b1) >>> Math.clz32(last);
		for (; keys[place] !== -1 && keys[place] !== key;) place = (place + 1) & last;
		return place;
	}

	function grow(): void {
		const [oldKeys, oldValues] = [keys, values];
		keys = new Int32Array(oldKeys.length * 2).fill(-1);
		values = new Int32Array(keys.length);
		for (const [place, key] of oldKeys.entries()) {
			if (key === -1) continue;
			const to = placeOf(key);
			keys[to] = key;
			values[to] = oldValues[place] ?? 0;
		}
	}

	return {
		get(state, signature) {
			const key = state * mostSignatures + signature;
			const place = placeOf(key);
			return keys[place] === key ? (values[place] ?? -1) : -1;
		},
		set(state, signature, next) {
			if (used * 2 >= keys.length) grow();
			const key = state * mostSignatures + signature;
			const place = placeOf(key);
			if (keys[place] === -1) used++;
			keys[place] = key;
			values[place] = next;
		},
		clear() {
			keys = new Int32Array(firstSize).fill(-1);
			values = new Int32Array(firstSize);
			used = 0;
		}
	};
}
