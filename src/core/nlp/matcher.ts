import type { RuleLanguage, Scope } from '../domain/theme-pack.ts';
import { normalise } from '../text/normalise.ts';
import { Automaton } from './automaton.ts';
import { badPattern, parsePattern, type Item, type Segment, type Sequence } from './pattern-syntax.ts';
import type { Symbols } from './symbols.ts';
import type { TokenReader, Tokens } from './tokens.ts';

export interface PatternSource {
	readonly text: string;
	/** The file and rule, for messages. */
	readonly where: string;
	readonly isPhrase?: boolean;
	/** How far gaps reach; a sentence unless told. */
	readonly scope?: Scope;
}

/** Tokens [from, to) that a pattern matched, from its first word to its last. */
export interface Match {
	readonly pattern: number;
	readonly from: number;
	readonly to: number;
}

/** Many patterns, looked for in one pass. */
export interface Matcher {
	/** Compiles a pattern and gives the number its matches carry. Throws `bad-pack`. */
	add(source: PatternSource): number;
	/** All matches in time linear in the text. */
	find(tokens: Tokens): readonly Match[];
}

export interface MatcherOptions {
	readonly language: RuleLanguage;
	readonly symbols: Symbols;
	readonly reader: Pick<TokenReader, 'symbolsOf' | 'exactSymbolOf'>;
	/** What `<name>` stands for: a symbol, or its words written out; null where there is no such class. */
	classOf(name: string): { readonly symbol: string } | { readonly words: readonly Sequence[] } | null;
}

interface Step {
	readonly pattern: number;
	readonly scope: Scope;
	readonly gap: number;
	readonly startsClause: boolean;
	readonly endsClause: boolean;
	readonly previous: number | null;
	readonly isLast: boolean;
}

/** Tokens that “…” stands for unless it says how many. */
const usualGap = { en: 6, zh: 9 };
/** Of the places where a pattern has begun, the last few: others end too far back, or not before the next part. */
const placesLookedAt = 16;

export function createMatcher(options: MatcherOptions): Matcher {
	return new AutomatonMatcher(options);
}

class AutomatonMatcher implements Matcher {
	readonly #options: MatcherOptions;
	readonly #automaton: Automaton;
	readonly #steps: Step[] = [];
	#patterns = 0;

	constructor(options: MatcherOptions) {
		this.#options = options;
		this.#automaton = new Automaton(options.symbols);
	}

	add(source: PatternSource): number {
		for (const segments of parsePattern(source.text, this.#options.language, source.where, source.isPhrase)) {
			let previous: number | null = null;
			for (const [index, segment] of segments.entries())
				previous = this.#addSegment(segment, source, previous, index === segments.length - 1);
		}
		return this.#patterns++;
	}

	find(tokens: Tokens): readonly Match[] {
		const matches: Match[] = [];
		const begun = new Array<Match[] | undefined>(this.#steps.length).fill(undefined);
		const stopsAt = this.#options.language === 'en' ? tokens.sentences : tokens.clauses;
		this.#automaton.scan(tokens, stopsAt, (number, from, to) => {
			const step = this.#steps[number];
			if (!step) return;
			let start = from;
			if (step.previous !== null) {
				const before = findBefore(begun[step.previous], step, tokens, from);
				if (!before) return;
				start = before.from;
			}
			if (!standsAtEdges(step, tokens, from, to)) return;
			const match = { pattern: step.pattern, from: start, to };
			const known = step.isLast ? matches : begun[number];
			if (known) known.push(match);
			else begun[number] = [match];
		});
		return matches;
	}

	#addSegment(segment: Segment, source: PatternSource, previous: number | null, isLast: boolean): number {
		const first = this.#automaton.newNode();
		const last = this.#addSequence(segment.items, first, source);
		if (this.#automaton.isReachedFreely(first, last))
			throw badPattern(
				source.where,
				source.text,
				'holds no word to look for beside a gap, or only optional ones'
			);
		this.#automaton.addFree(this.#automaton.root, first);
		const { startsClause, endsClause } = segment;
		const gap = segment.gap ?? usualGap[this.#options.language];
		const scope = source.scope ?? 'sentence';
		const number = this.#steps.push({
			pattern: this.#patterns,
			scope,
			gap,
			startsClause,
			endsClause,
			previous,
			isLast
		});
		this.#automaton.addAccept(last, number - 1);
		return number - 1;
	}

	#addSequence(items: Sequence, from: number, source: PatternSource): number {
		return items.reduce((node, item) => this.#addItem(item, node, source), from);
	}

	/** Gives the node behind the item. */
	#addItem(item: Item, from: number, source: PatternSource): number {
		const { reader } = this.#options;
		if (item.kind === 'words') {
			const names = reader.symbolsOf(normalise(item.text).text, source.isPhrase ?? false);
			return names.reduce((node, name) => this.#addSymbol(name, node), from);
		}
		if (item.kind === 'exact') return this.#addSymbol(reader.exactSymbolOf(item.text), from);
		if (item.kind === 'number') return this.#addSymbol(item.symbol, from);
		if (item.kind === 'choice') return this.#addChoice(item.options, from, source);
		if (item.kind !== 'class') return from;
		const found = this.#options.classOf(item.name);
		if (!found) throw badPattern(source.where, source.text, `names a class <${item.name}> that is not there`);
		return 'symbol' in found
			? this.#addSymbol(found.symbol, from)
			: this.#addChoice(found.words, from, source);
	}

	#addSymbol(name: string, from: number): number {
		const next = this.#automaton.newNode();
		this.#automaton.addEdge(from, this.#options.symbols.use(name), next);
		return next;
	}

	#addChoice(sequences: readonly Sequence[], from: number, source: PatternSource): number {
		const behind = this.#automaton.newNode();
		for (const sequence of sequences)
			this.#automaton.addFree(this.#addSequence(sequence, from, source), behind);
		return behind;
	}
}

function standsAtEdges(step: Step, { clauses }: Tokens, from: number, to: number): boolean {
	if (step.startsClause && clauses[from - 1] === clauses[from]) return false;
	return !(step.endsClause && clauses[to] === clauses[to - 1]);
}

/** The nearest place where the part before ended, if it is close enough. */
function findBefore(
	places: readonly Match[] | undefined,
	step: Step,
	tokens: Tokens,
	from: number
): Match | undefined {
	if (!places) return undefined;
	let nearest: Match | undefined;
	for (let index = places.length - 1; index >= Math.max(0, places.length - placesLookedAt); index--) {
		const place = places[index];
		if (place && place.to <= from && (!nearest || place.to > nearest.to)) nearest = place;
	}
	if (!nearest || (tokens.ordinals[from] ?? 0) - (tokens.ordinals[nearest.to] ?? 0) > step.gap)
		return undefined;
	return isWithin(step.scope, tokens, nearest.to - 1, from) ? nearest : undefined;
}

/** Whether two tokens are in the same clause or sentence. */
export function isWithin(scope: Scope, tokens: Tokens, one: number, other: number): boolean {
	if (scope === 'text') return true;
	const parts = scope === 'clause' ? tokens.clauses : tokens.sentences;
	return parts[one] === parts[other];
}
