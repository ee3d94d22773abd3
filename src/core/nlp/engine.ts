import { EarshotError } from '../domain/errors.ts';
import type { Packs, RuleLanguage } from '../domain/theme-pack.ts';
import { ChineseReader } from './chinese-reader.ts';
import { EnglishReader } from './english-reader.ts';
import { createMatcher, type PatternSource } from './matcher.ts';
import { createSymbols } from './symbols.ts';
import type { Match, Tokens } from './tokens.ts';
import { createTermFinder, readClasses, singleWords } from './word-classes.ts';

/** One language's patterns and what they are matched against. Add every pattern before the first text is read. */
export interface Engine {
	/** Throws `bad-pack`. */
	add(source: PatternSource): number;
	/** Reads a normalised text once and finds all patterns in it. */
	find(text: string): { readonly tokens: Tokens; readonly matches: readonly Match[] };
	/** Matches of a pattern that is asked for, in the text that was read last. */
	placesOf(pattern: number): readonly Match[];
}

export function createEngine(language: RuleLanguage, { classes }: Pick<Packs, 'classes'>): Engine {
	const pack = classes.find((each) => each.language === language);
	if (!pack)
		throw new EarshotError(
			'bad-pack',
			`There is no db/packs/classes/${language}.json. Restore it and start again.`
		);
	const symbols = createSymbols();
	const words = readClasses(pack);
	const known: { namesOf: ReadonlyMap<string, readonly string[]> } = { namesOf: new Map() };
	const classesOf = (symbol: string) => known.namesOf.get(symbol) ?? [];
	const alike = pack.alikeInPhrases.flatMap((name) =>
		(words.get(name) ?? []).map((word) => ({ ...word, symbol: `<${name}>` }))
	);
	const reader =
		language === 'en'
			? new EnglishReader(pack, symbols, classesOf)
			: new ChineseReader(pack, symbols, classesOf, alike);
	known.namesOf = singleWords(words, (text) =>
		text.startsWith('=') ? [reader.exactSymbolOf(text.slice(1))] : reader.symbolsOf(text, false)
	);
	const terms = createTermFinder(pack, words, symbols, reader);
	const matcher = createMatcher({
		language,
		symbols,
		reader,
		classOf: (name) => (words.has(name) ? { symbol: `<${name}>` } : null)
	});
	return {
		add: (source) => matcher.add(source),
		find(text) {
			const tokens = reader.read(text);
			terms.addTo(tokens, text);
			return { tokens, matches: matcher.find(tokens) };
		},
		placesOf: (pattern) => matcher.placesOf(pattern)
	};
}
