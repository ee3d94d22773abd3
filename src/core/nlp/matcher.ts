import type { RuleLanguage, Scope } from '../domain/theme-pack.ts';
import { normalise } from '../text/normalise.ts';
import { Automaton } from './automaton.ts';
import { Graph } from './graph.ts';
import { badPattern, parsePattern, type Item, type Segment, type Sequence } from './pattern-syntax.ts';
import { Steps } from './steps.ts';
import type { Symbols } from './symbols.ts';
import type { Match, TokenReader, Tokens } from './tokens.ts';

export interface PatternSource {
	readonly text: string;
	/** The file and rule, for messages. */
	readonly where: string;
	readonly isPhrase?: boolean;
	/** How far gaps reach; a sentence unless told. */
	readonly scope?: Scope;
	/** Its matches are not told, but can be asked for: most are of no interest in most texts. */
	readonly isAsked?: boolean;
}

/** Many patterns, looked for in one pass. */
export interface Matcher {
	/** Compiles a pattern and gives the number its matches carry. Throws `bad-pack`. */
	add(source: PatternSource): number;
	/** All matches of the patterns that are not asked for, in time linear in the text. */
	find(tokens: Tokens): readonly Match[];
	/** Those of a pattern that is asked for, in the text that was read last. */
	placesOf(pattern: number): readonly Match[];
}

export interface MatcherOptions {
	readonly language: RuleLanguage;
	readonly symbols: Symbols;
	readonly reader: Pick<TokenReader, 'symbolsOf' | 'exactSymbolOf'>;
	/** What `<name>` stands for: a symbol, or its words written out; null where there is no such class. */
	classOf(name: string): { readonly symbol: string } | { readonly words: readonly Sequence[] } | null;
}

/** Tokens that “…” stands for unless it says how many. */
const usualGap = { en: 6, zh: 9 };
export function createMatcher(options: MatcherOptions): Matcher {
	return new AutomatonMatcher(options);
}

/**
 * The automaton finds segments, each once however many patterns hold it; steps join them to patterns. Patterns that
 * begin alike share their first steps, which most texts take and then leave.
 */
class AutomatonMatcher implements Matcher {
	readonly #options: MatcherOptions;
	readonly #graph = new Graph();
	readonly #automaton: Automaton;
	readonly #steps = new Steps();
	/** The node behind a segment, by what is written in it. */
	readonly #segments = new Map<string, number>();
	readonly #shared = new Map<string, number>();
	/** The words of a class are read again in every pattern that names it. */
	readonly #symbols = new Map<string, readonly string[]>();
	#patterns = 0;

	constructor(options: MatcherOptions) {
		this.#options = options;
		this.#automaton = new Automaton(this.#graph, options.symbols, this.#steps);
	}

	add(source: PatternSource): number {
		for (const segments of parsePattern(source.text, this.#options.language, source.where, source.isPhrase)) {
			let previous: number | null = null;
			for (const [index, segment] of segments.entries())
				previous = this.#addStep(segment, source, previous, index === segments.length - 1);
		}
		return this.#patterns++;
	}

	find(tokens: Tokens): readonly Match[] {
		const matches = this.#steps.begin(tokens);
		const stopsAt = this.#options.language === 'en' ? tokens.sentences : tokens.clauses;
		this.#automaton.scan(tokens, stopsAt);
		return matches;
	}

	placesOf(pattern: number): readonly Match[] {
		return this.#steps.placesOf(pattern);
	}

	#addStep(segment: Segment, source: PatternSource, previous: number | null, isLast: boolean): number {
		const { startsClause, endsClause } = segment;
		const end = this.#addSegment(segment, source);
		const gap = segment.gap ?? usualGap[this.#options.language];
		const scope = source.scope ?? 'sentence';
		const nearness = previous === null ? '' : `${previous} ${gap} ${scope}`;
		const key = `${end} ${startsClause} ${endsClause} ${nearness}`;
		const known = isLast ? undefined : this.#shared.get(key);
		if (known !== undefined) return known;
		const gives = !isLast ? 'part' : source.isAsked ? 'place' : 'match';
		const pattern = this.#patterns;
		const number = this.#steps.add({ pattern, scope, gap, startsClause, endsClause, previous, gives });
		if (!isLast) this.#shared.set(key, number);
		this.#graph.addAccept(end, number);
		return number;
	}

	/** Gives the node behind the segment. */
	#addSegment({ items }: Segment, source: PatternSource): number {
		const { isPhrase = false } = source;
		const written = JSON.stringify([isPhrase, items]);
		const known = this.#segments.get(written);
		if (known !== undefined) return known;
		this.#refuseSilentEdges(items, source);
		const first = this.#graph.newNode();
		const last = this.#addSequence(items, first, source);
		if (this.#graph.isReachedFreely(first, last))
			throw badPattern(
				source.where,
				source.text,
				'holds no word to look for beside a gap, or only optional ones'
			);
		this.#graph.addFree(this.#graph.root, first);
		this.#segments.set(written, last);
		return last;
	}

	/** “unlike {other|the}” would be found wherever “unlike” stands: at an edge nothing is left of “the”. */
	#refuseSilentEdges(items: Sequence, source: PatternSource): void {
		for (const item of [items.at(0), items.at(-1)]) {
			if (item?.kind !== 'choice' || item.options.some((option) => option.length === 0)) continue;
			for (const option of item.options) {
				if (option.length > 0 && option.every((each) => this.#isSilent(each, source)))
					throw badPattern(
						source.where,
						source.text,
						`has an option “${option.map(textOf).join(' ')}” at an edge, which is left out of texts and patterns: write “=” before the word, or “?” behind the choice`
					);
				this.#refuseSilentEdges(option, source);
			}
		}
	}

	#isSilent(item: Item, source: PatternSource): boolean {
		return item.kind === 'words' && this.#symbolsOf(item.text, source).length === 0;
	}

	#symbolsOf(text: string, { isPhrase = false }: PatternSource): readonly string[] {
		const key = `${isPhrase} ${text}`;
		let symbols = this.#symbols.get(key);
		if (!symbols) {
			symbols = this.#options.reader.symbolsOf(normalise(text).text, isPhrase);
			this.#symbols.set(key, symbols);
		}
		return symbols;
	}

	#addSequence(items: Sequence, from: number, source: PatternSource): number {
		return items.reduce((node, item) => this.#addItem(item, node, source), from);
	}

	/** Gives the node behind the item. */
	#addItem(item: Item, from: number, source: PatternSource): number {
		const { reader } = this.#options;
		if (item.kind === 'words') {
			const names = this.#symbolsOf(item.text, source);
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
		const next = this.#graph.newNode();
		this.#graph.addEdge(from, this.#options.symbols.use(name), next);
		return next;
	}

	#addChoice(sequences: readonly Sequence[], from: number, source: PatternSource): number {
		const behind = this.#graph.newNode();
		for (const sequence of sequences) this.#graph.addFree(this.#addSequence(sequence, from, source), behind);
		return behind;
	}
}

function textOf(item: Item): string {
	return item.kind === 'words' ? item.text : '';
}
