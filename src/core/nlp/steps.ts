import type { Scope } from '../domain/theme-pack.ts';
import { Places } from './places.ts';
import { isWithin, type Match, type Tokens } from './tokens.ts';

/** One segment of a pattern, and how near it must stand to the segment before. */
export interface Step {
	readonly pattern: number;
	/** The step before; null for the first of a pattern. */
	readonly previous: number | null;
	readonly gap: number;
	readonly scope: Scope;
	readonly startsClause: boolean;
	readonly endsClause: boolean;
	/** What is reached with it: the end of a pattern that is told, or is kept for those who ask; or a part of some. */
	readonly gives: 'match' | 'place' | 'part';
}

/** Of the places where a pattern has begun, the last few: others end too far back, or not before the next part. */
const placesLookedAt = 16;
/** Per step: the step before, the pattern where it ends one, the gap, and the other features as bits. */
const width = 4;
const startsClause = 1;
const endsClause = 2;
const edges = startsClause | endsClause;
const isPlace = 4;
const isMatch = 8;
const scopeBits = 4;
const scopes: readonly Scope[] = ['text', 'sentence', 'clause'];

/** Joins segments, as they are found in a text, to patterns. Integers throughout: a text takes thousands of steps. */
export class Steps {
	readonly #written: number[] = [];
	#table = new Int32Array(0);
	readonly #begun = new Places();
	readonly #kept = new Places();
	#tokens: Tokens | null = null;
	#matches: Match[] = [];

	add(step: Step): number {
		const bits =
			(step.startsClause ? startsClause : 0) |
			(step.endsClause ? endsClause : 0) |
			(step.gives === 'place' ? isPlace : 0) |
			(step.gives === 'match' ? isMatch : 0) |
			(scopes.indexOf(step.scope) << scopeBits);
		this.#written.push(step.previous ?? -1, step.pattern, step.gap, bits);
		return this.#written.length / width - 1;
	}

	/** Forgets the text before. The matches in the new one are pushed to the list this gives. */
	begin(tokens: Tokens): readonly Match[] {
		if (this.#table.length < this.#written.length) {
			this.#table = Int32Array.from(this.#written);
			this.#begun.growTo(this.#written.length / width);
			this.#kept.growTo(this.#written.length / width);
		}
		this.#begun.clear();
		this.#kept.clear();
		this.#tokens = tokens;
		return (this.#matches = []);
	}

	/** Takes all steps that have their segment at [from, to). */
	take(steps: readonly number[], from: number, to: number): void {
		const table = this.#table;
		for (let index = 0; index < steps.length; index++) {
			const step = steps[index] as number;
			const at = step * width;
			const previous = table[at] as number;
			let start = from;
			if (previous >= 0) {
				const latest = this.#begun.latest(previous);
				if (latest < 0) continue;
				start = this.#startBefore(latest, at, from);
				if (start < 0) continue;
			}
			const bits = table[at + 3] as number;
			if ((bits & edges) !== 0 && !this.#standsAtEdges(bits, from, to)) continue;
			if ((bits & isMatch) !== 0) this.#matches.push({ pattern: table[at + 1] as number, from: start, to });
			else if ((bits & isPlace) !== 0) this.#kept.add(table[at + 1] as number, start, to);
			else this.#begun.add(step, start, to);
		}
	}

	/** Where a pattern that is kept was found in the text last read. */
	placesOf(pattern: number): readonly Match[] {
		const found: Match[] = [];
		const kept = this.#kept;
		for (let entry = kept.latest(pattern); entry >= 0; entry = kept.before(entry))
			found.push({ pattern, from: kept.from(entry), to: kept.to(entry) });
		return found.reverse();
	}

	/** Where the match began whose part before ended nearest, if that is close enough; else −1. */
	#startBefore(latest: number, at: number, from: number): number {
		const begun = this.#begun;
		let nearest = -1;
		let nearestTo = 0;
		for (let entry = latest, seen = 0; entry >= 0 && seen < placesLookedAt; seen++) {
			const to = begun.to(entry);
			if (to <= from && (nearest < 0 || to > nearestTo)) {
				nearest = entry;
				nearestTo = to;
			}
			entry = begun.before(entry);
		}
		if (nearest < 0) return -1;
		const tokens = this.#tokens as Tokens;
		const [gap, bits] = [this.#table[at + 2] as number, this.#table[at + 3] as number];
		if ((tokens.ordinals[from] ?? 0) - (tokens.ordinals[nearestTo] ?? 0) > gap) return -1;
		const scope = scopes[bits >> scopeBits] as Scope;
		return isWithin(scope, tokens, nearestTo - 1, from) ? begun.from(nearest) : -1;
	}

	#standsAtEdges(bits: number, from: number, to: number): boolean {
		const { clauses } = this.#tokens as Tokens;
		if ((bits & startsClause) !== 0 && clauses[from - 1] === clauses[from]) return false;
		return !((bits & endsClause) !== 0 && clauses[to] === clauses[to - 1]);
	}
}
