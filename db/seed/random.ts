/** Murmur-style mixing of a text into 32 bits. */
function hashOf(text: string): number {
	let hash = 1779033703 ^ text.length;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353);
		hash = (hash << 13) | (hash >>> 19);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
	hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A stream of pseudo-random numbers (mulberry32). Each purpose opens its own by name, so that drawing more or less
 * for one purpose does not shift the numbers of another.
 */
export class Random {
	#state: number;

	constructor(seed: number, ...purpose: readonly (string | number)[]) {
		this.#state = hashOf(`${seed}/${purpose.join('/')}`);
	}

	/** In [0, 1). */
	real(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** Whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.real() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.real() < probability;
	}

	pick<T>(items: readonly T[]): T {
		const item = items[Math.floor(this.real() * items.length)];
		if (item === undefined) throw new RangeError('Nothing to pick from.');
		return item;
	}

	/** A key of `weights`, as likely as its weight; weights need not sum to 1. */
	weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
		const entries = Object.entries(weights) as [Key, number][];
		let left = this.real() * entries.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [key, weight] of entries) {
			left -= weight;
			if (left < 0 && weight > 0) return key;
		}
		throw new RangeError('No weight is above zero.');
	}

	normal(): number {
		return Math.sqrt(-2 * Math.log(1 - this.real())) * Math.cos(2 * Math.PI * this.real());
	}

	/** Multiplier with mean 1 and about the given coefficient of variation. */
	factor(variation: number): number {
		return Math.exp(variation * this.normal() - (variation * variation) / 2);
	}

	poisson(mean: number): number {
		if (mean > 25) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
		const limit = Math.exp(-mean);
		let count = 0;
		for (let product = this.real(); product > limit; product *= this.real()) count++;
		return count;
	}

	shuffle<T>(items: readonly T[]): T[] {
		const shuffled = [...items];
		for (let last = shuffled.length - 1; last > 0; last--) {
			const other = this.between(0, last);
			[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
		}
		return shuffled;
	}
}
