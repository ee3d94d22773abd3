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
/** Per step: the part before, the pattern, the gap, the part that is reached, and the other features as bits. */
const width = 5;
const startsClause = 1;
const endsClause = 2;
const isPlace = 4;
const isMatch = 8;
const hasEdges = startsClause | endsClause;
const isEnd = isPlace | isMatch;
const scopeBits = 4;
const scopes: readonly Scope[] = ['text', 'sentence', 'clause'];
/** The part before a first step: every text has it. */
const always = 0;

/** Joins segments, as they are found in a text, to patterns. Integers throughout: a text takes thousands of steps. */
export class Steps {
	readonly #fields: number[] = [];
	/** By step that is a part, a number of its own: few are, so that what is kept of them stays close together. */
	readonly #parts = new Map<number, number>();
	#partCount = always + 1;
	/** Parts that another sentence may go on from. */
	readonly #farReaching: number[] = [];
	#table = new Int32Array(0);
	#stays = new Uint8Array(0);
	readonly #groups = new Map<string, number>();
	/**
	 * Groups, one behind the other: how many parts begin with it and need nothing else, and these; how many patterns are
	 * kept with it alone, and these; how many other steps there are, and for each the part before and the step.
	 */
	#grouped = new Int32Array(1 << 12);
	#groupedLength = 0;
	readonly #begun = new Places();
	readonly #kept = new Places();
	#tokens: Tokens | null = null;
	#matches: Match[] = [];
	#sentence = 0;
	/** The last sentence that a segment reaches into. */
	#reached = 0;

	add(step: Step): number {
		const number = this.#fields.length / width;
		const bits =
			(step.startsClause ? startsClause : 0) |
			(step.endsClause ? endsClause : 0) |
			(step.gives === 'place' ? isPlace : 0) |
			(step.gives === 'match' ? isMatch : 0) |
			(scopes.indexOf(step.scope) << scopeBits);
		const before = step.previous === null ? always : (this.#parts.get(step.previous) ?? always);
		const part = step.gives === 'part' ? this.#partCount++ : always;
		if (part !== always) this.#parts.set(number, part);
		if (step.scope === 'text') this.#farReaching.push(before);
		this.#fields.push(before, step.pattern, step.gap, part, bits);
		return number;
	}

	/** Gives the number of a group of steps whose segments end together; `steps` by growing number. */
	group(steps: readonly number[]): number {
		const key = steps.join();
		const known = this.#groups.get(key);
		if (known !== undefined) return known;
		const [starts, places, others] = this.#sort(steps);
		const group = this.#groupedLength;
		this.#writeGroup([
			starts.length,
			...starts.map((step) => this.#field(step, 3)),
			places.length,
			...places.map((step) => this.#field(step, 1)),
			others.length,
			...others.flatMap((step) => [this.#field(step, 0), step])
		]);
		this.#groups.set(key, group);
		return group;
	}

	forgetGroups(): void {
		this.#groups.clear();
		this.#groupedLength = 0;
	}

	/** Forgets the text before. The matches in the new one are pushed to the list this gives. */
	begin(tokens: Tokens): readonly Match[] {
		if (this.#table.length < this.#fields.length) this.#layOut();
		this.#begun.clear();
		this.#kept.clear();
		this.#begun.add(always, 0, 0);
		this.#tokens = tokens;
		this.#sentence = 0;
		this.#reached = 0;
		return (this.#matches = []);
	}

	/** Takes the steps of a group, which have their segments at [from, to); by growing `from`. */
	take(group: number, from: number, to: number): void {
		const { sentences } = this.#tokens as Tokens;
		const sentence = sentences[from] as number;
		if (sentence !== this.#sentence) this.#enterSentence(sentence);
		this.#reached = Math.max(this.#reached, sentences[to - 1] as number);
		const grouped = this.#grouped;
		const begun = this.#begun;
		const places = group + 1 + (grouped[group] as number);
		const others = places + 1 + (grouped[places] as number);
		begun.addAll(grouped, group + 1, places, from, to);
		this.#kept.addAll(grouped, places + 1, others, from, to);
		const end = others + 1 + 2 * (grouped[others] as number);
		for (let index = others + 1; index < end; index += 2) {
			const latest = begun.latest(grouped[index] as number);
			if (latest >= 0) this.#takeOne(grouped[index + 1] as number, latest, from, to);
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

	/** What needs nothing but its segment: parts that begin, patterns that are kept; and all others. */
	#sort(steps: readonly number[]): readonly [number[], number[], number[]] {
		const isAlone = (step: number, bits: number) =>
			this.#field(step, 0) === always && (this.#field(step, 4) & (hasEdges | isEnd)) === bits;
		// A pattern's places are listed in the order of its steps.
		const inOrder = new Set(
			steps.filter((step) => !isAlone(step, isPlace)).map((step) => this.#field(step, 1))
		);
		const isKept = (step: number) => isAlone(step, isPlace) && !inOrder.has(this.#field(step, 1));
		return [
			steps.filter((step) => isAlone(step, 0)),
			steps.filter(isKept),
			steps.filter((step) => !isAlone(step, 0) && !isKept(step))
		];
	}

	#field(step: number, field: number): number {
		return this.#fields[step * width + field] ?? 0;
	}

	#layOut(): void {
		this.#table = Int32Array.from(this.#fields);
		this.#stays = new Uint8Array(this.#partCount);
		for (const part of [always, ...this.#farReaching]) this.#stays[part] = 1;
		this.#begun.growTo(this.#partCount);
		this.#kept.growTo(this.#fields.length / width);
	}

	/** Parts in sentences before are of no use any more, unless some segment reaches across. */
	#enterSentence(sentence: number): void {
		this.#sentence = sentence;
		if (sentence > this.#reached) this.#begun.clearBut(this.#stays);
	}

	#takeOne(step: number, latest: number, from: number, to: number): void {
		const table = this.#table;
		const at = step * width;
		const start = table[at] === always ? from : this.#startBefore(latest, at, from);
		if (start < 0) return;
		const bits = table[at + 4] as number;
		if ((bits & hasEdges) !== 0 && !this.#standsAtEdges(bits, from, to)) return;
		const pattern = table[at + 1] as number;
		if ((bits & isMatch) !== 0) this.#matches.push({ pattern, from: start, to });
		else if ((bits & isPlace) !== 0) this.#kept.add(pattern, start, to);
		else this.#begun.add(table[at + 3] as number, start, to);
	}

	/** Where the match began whose part before ended nearest, if that is close enough; else −1. */
	#startBefore(latest: number, at: number, from: number): number {
		const begun = this.#begun;
		let nearest = -1;
		let nearestTo = 0;
		for (let entry = latest, seen = 0; entry >= 0 && seen < placesLookedAt; seen++) {
			const to = begun.to(entry);
			if (to <= from && to > nearestTo) {
				nearest = entry;
				nearestTo = to;
			}
			entry = begun.before(entry);
		}
		if (nearest < 0) return -1;
		const tokens = this.#tokens as Tokens;
		const gap = this.#table[at + 2] as number;
		if ((tokens.ordinals[from] ?? 0) - (tokens.ordinals[nearestTo] ?? 0) > gap) return -1;
		const scope = scopes[(this.#table[at + 4] as number) >> scopeBits] as Scope;
		return isWithin(scope, tokens, nearestTo - 1, from) ? begun.from(nearest) : -1;
	}

	#standsAtEdges(bits: number, from: number, to: number): boolean {
		const { clauses } = this.#tokens as Tokens;
		if ((bits & startsClause) !== 0 && clauses[from - 1] === clauses[from]) return false;
		return !((bits & endsClause) !== 0 && clauses[to] === clauses[to - 1]);
	}

	#writeGroup(numbers: readonly number[]): void {
		const end = this.#groupedLength + numbers.length;
		if (end > this.#grouped.length) {
			const grown = new Int32Array(end * 2);
			grown.set(this.#grouped);
			this.#grouped = grown;
		}
		this.#grouped.set(numbers, this.#groupedLength);
		this.#groupedLength = end;
	}
}
