import type { Quantity, Span } from '../domain/tag.ts';
import {
	phraseRuleId,
	type Packs,
	type PatternRule,
	type RuleLanguage,
	type Scope,
	type Theme
} from '../domain/theme-pack.ts';
import type { Taxonomy } from '../domain/vocabulary.ts';
import type { Normalised } from '../text/normalise.ts';
import { firstIndex } from './first-index.ts';
import { createEngine } from './engine.ts';
import { createPolarityReader, type Decision } from './polarity.ts';
import { isWithin, type Match, type Tokens } from './tokens.ts';

/** One place where a rule holds. */
export interface Hit {
	readonly theme: Theme;
	readonly span: Span;
}
/** All rules of one language. */
export type RuleSet = (text: Normalised) => readonly Hit[];

interface Rule {
	readonly id: string;
	readonly theme: Theme;
	readonly polarity: PatternRule['polarity'];
	readonly raises: boolean;
	/** The kind of figure the rule is about. */
	readonly quantity: Quantity['kind'] | null;
	readonly requires: readonly Context[];
	readonly excludes: readonly Context[];
}
interface Context {
	readonly pattern: number;
	readonly scope: Scope;
	readonly side: 'before' | 'after' | null;
}

/** Only where a collector's act is told does it matter that “I” did it; elsewhere the borrower speaks of himself. */
const collectorActs: Taxonomy = 'conduct';
const contextNote = /^(?:(text|sentence|clause))? ?(before|after)?: */;

/** Compiles the phrases and patterns of a language. Throws `bad-pack` that names the rule. */
export function createRuleSet(packs: Packs, language: RuleLanguage): RuleSet {
	const engine = createEngine(language, packs);
	const rules = new Map<number, Rule>();
	const contexts = new Map<string, number>();
	const readContext = (written: string, where: string): Context => {
		const [note = '', scope = 'sentence', side] = contextNote.exec(written) ?? [];
		const text = written.slice(note.length);
		const pattern = contexts.get(text) ?? engine.add({ text, where, isAsked: true });
		contexts.set(text, pattern);
		return { pattern, scope: scope as Scope, side: (side as 'before' | 'after' | undefined) ?? null };
	};
	const themes = new Map(packs.themes.map((theme) => [theme.id, theme]));
	for (const theme of packs.themes)
		for (const { text, rule } of phraseRules(theme, language))
			rules.set(engine.add({ text, where: `Rule ${rule.id}`, isPhrase: true }), rule);
	for (const rule of packs.patterns) {
		const theme = themes.get(rule.theme);
		if (!theme || rule.language !== language) continue;
		const where = `Rule ${rule.id}`;
		const pattern = engine.add({ text: rule.pattern, where, scope: rule.scope });
		rules.set(pattern, {
			id: rule.id,
			theme,
			polarity: rule.polarity,
			raises: rule.raises,
			quantity: kindIn(rule.pattern),
			requires: rule.requires.map((written) => readContext(written, where)),
			excludes: rule.excludes.map((written) => readContext(written, where))
		});
	}
	const polarity = packs.polarity.find((each) => each.language === language);
	const readPolarity = polarity
		? createPolarityReader(polarity, engine)
		: () => (): Decision => ({ polarity: 'asserted' });
	return (normalised) => {
		const { tokens, matches } = engine.find(normalised.text);
		const decide = readPolarity({ text: normalised.text, tokens, matches });
		const placesOf = remembering((pattern) => engine.placesOf(pattern));
		return matches.flatMap((match) => {
			const rule = rules.get(match.pattern);
			if (!rule || !fits(rule, match, tokens, placesOf)) return [];
			const decision = rule.polarity ? { polarity: rule.polarity, reason: 'rule' } : decide(match);
			return [{ theme: rule.theme, span: toSpan(rule, match, tokens, normalised, decision) }];
		});
	};
}

/** A phrase is a rule without context of its own. */
function phraseRules(theme: Theme, language: RuleLanguage): readonly { text: string; rule: Rule }[] {
	return theme.phrases[language].map((text, index) => ({
		text,
		rule: {
			id: phraseRuleId(theme.taxonomy, theme.id, language, index),
			theme,
			polarity: null,
			raises: false,
			quantity: kindIn(text),
			requires: [],
			excludes: []
		}
	}));
}

/** “#time”, “6 am” and 点 are about a time, “#count_per_day” about a count. */
function kindIn(pattern: string): Quantity['kind'] | null {
	if (/#(?:unsocial_)?time|\d ?[ap]m\b|点|凌晨/.test(pattern)) return 'time';
	if (pattern.includes('#duration')) return 'duration';
	return pattern.includes('#count') || /\d/.test(pattern) ? 'count' : null;
}

function remembering<Value>(find: (key: number) => Value): (key: number) => Value {
	const known = new Map<number, Value>();
	return (key) => {
		const value = known.get(key) ?? find(key);
		known.set(key, value);
		return value;
	};
}

function fits(
	rule: Rule,
	match: Match,
	tokens: Tokens,
	placesOf: (pattern: number) => readonly Match[]
): boolean {
	const holds = (context: Context) => holdsContext(context, match, tokens, placesOf(context.pattern));
	return rule.requires.every(holds) && !rule.excludes.some(holds);
}

function holdsContext(
	{ scope, side }: Context,
	match: Match,
	tokens: Tokens,
	places: readonly Match[]
): boolean {
	if (places.length === 0) return false;
	if (side === null && scope === 'text') return true;
	// By growing `from`: those of the same sentence or clause stand together.
	const parts = scope === 'clause' ? tokens.clauses : tokens.sentences;
	const first =
		scope === 'text'
			? 0
			: firstIndex(places, (place) => (parts[place.from] ?? 0) >= (parts[match.from] ?? 0));
	for (let index = first; index < places.length; index++) {
		const place = places[index];
		if (!place) break;
		const isNear =
			isWithin(scope, tokens, place.from, match.from) || isWithin(scope, tokens, place.from, match.to - 1);
		if (!isNear && (parts[place.from] ?? 0) > (parts[match.to - 1] ?? 0)) break;
		if (!isNear) continue;
		if (side === null || (side === 'before' ? place.to <= match.from : place.from >= match.to)) return true;
		if (side === 'before' && place.from >= match.from) return false;
	}
	return false;
}

function toSpan(
	rule: Rule,
	{ from, to }: Match,
	tokens: Tokens,
	normalised: Normalised,
	decision: Decision
): Span {
	const start = tokens.starts[from] ?? 0;
	const end = tokens.ends[to - 1] ?? start;
	const isOwn = decision.polarity === 'own_act' && rule.theme.taxonomy !== collectorActs;
	const { polarity, reason } = isOwn ? ({ polarity: 'asserted' } as Decision) : decision;
	const quantity = findQuantity(tokens, from, to, rule.quantity);
	return {
		...normalised.toRawSpan(start, end),
		ruleId: rule.id,
		polarity,
		...(reason === undefined ? {} : { reason }),
		...(quantity ? { quantity } : {}),
		...(rule.raises ? { raises: true as const } : {})
	};
}

/** The quantity in the match, the longest first; else one that overlaps or stands in its clause. */
function findQuantity(
	{ quantities, clauses }: Tokens,
	from: number,
	to: number,
	wanted: Quantity['kind'] | null
): Quantity | undefined {
	let best: { quantity: Quantity; rank: number; length: number } | undefined;
	const first = firstIndex(quantities, (each) => (clauses[each.from] ?? 0) >= (clauses[from] ?? 0));
	for (let index = first; index < quantities.length; index++) {
		const found = quantities[index];
		if (!found || (clauses[found.from] ?? 0) > (clauses[to - 1] ?? 0)) break;
		const isInside = found.from >= from && found.to <= to;
		const overlaps = found.from < to && found.to > from;
		const isWanted = found.quantity.kind === wanted;
		const rank =
			(isInside ? 2 : overlaps ? 1 : 0) + (isWanted ? 1.5 : found.quantity.kind === 'duration' ? 0 : 0.5);
		const length = found.to - found.from;
		if (!best || rank > best.rank || (rank === best.rank && length > best.length))
			best = { quantity: found.quantity, rank, length };
	}
	return best?.quantity;
}
