import type { SearchNode } from '#core/domain/search/parse-query.ts';
import { searchUnits, type SearchUnit } from './search-units.ts';

/** What a database must find, made of the tokens of {@link indexTokens}. */
export type SearchClause =
	| { readonly kind: 'phrase'; readonly tokens: readonly string[]; readonly isPrefix: boolean }
	| { readonly kind: 'all' | 'any'; readonly parts: readonly SearchClause[] }
	| { readonly kind: 'but'; readonly of: SearchClause; readonly without: SearchClause };

export interface SearchPlan {
	readonly clause: SearchClause;
	/** Asked for is all feedback that the clause does not find. */
	readonly isNegated: boolean;
}

export interface IndexTokens {
	/** In order: stems of words, signs with the one that follows (催收款 → 催收 收款 款). */
	readonly tokens: readonly string[];
	/** Words that are not their stem, marked and without order: for searches by the beginning of a word. */
	readonly forms: readonly string[];
}

const formMark = '¶';
/** A longer text is found by its beginning; PostgreSQL keeps no more places. */
const mostTokens = 16_000;

/** What is written into the index for a masked text. Tokens are letters, digits, « » and ¶ only. */
export function indexTokens(text: string): IndexTokens {
	const units = searchUnits(text).slice(0, mostTokens);
	const forms = new Set<string>();
	for (const { token, form } of units) if (form !== token) forms.add(formMark + form);
	return { tokens: units.map((_, at) => tokenAt(units, at)), forms: [...forms] };
}

function tokenAt(units: readonly SearchUnit[], at: number): string {
	const { token = '', isJoined = false } = units[at] ?? {};
	return isJoined ? token + (units[at + 1]?.token ?? '') : token;
}

/** A query as one clause, at most turned round as a whole; null where nothing is left to search for. */
export function planSearch(node: SearchNode | null): SearchPlan | null {
	if (node === null) return null;
	if (node.kind === 'words') {
		const clause = phraseOf(node.text, node.isPrefix);
		return clause && { clause, isNegated: false };
	}
	if (node.kind === 'not') {
		const plan = planSearch(node.part);
		return plan && { clause: plan.clause, isNegated: !plan.isNegated };
	}
	const plans = node.parts.map(planSearch).filter((plan) => plan !== null);
	const found = plans.filter(({ isNegated }) => !isNegated).map(({ clause }) => clause);
	const excluded = plans.filter(({ isNegated }) => isNegated).map(({ clause }) => clause);
	if (plans.length === 0) return null;
	return node.kind === 'and' ? planAnd(found, excluded) : planOr(found, excluded);
}

function planAnd(found: readonly SearchClause[], excluded: readonly SearchClause[]): SearchPlan {
	if (found.length === 0) return { clause: joined('any', excluded), isNegated: true };
	const of = joined('all', found);
	const clause: SearchClause =
		excluded.length === 0 ? of : { kind: 'but', of, without: joined('any', excluded) };
	return { clause, isNegated: false };
}

/** a OR NOT b is everything but what b finds and a does not. */
function planOr(found: readonly SearchClause[], excluded: readonly SearchClause[]): SearchPlan {
	if (excluded.length === 0) return { clause: joined('any', found), isNegated: false };
	const of = joined('all', excluded);
	const clause: SearchClause = found.length === 0 ? of : { kind: 'but', of, without: joined('any', found) };
	return { clause, isNegated: true };
}

function joined(kind: 'all' | 'any', parts: readonly SearchClause[]): SearchClause {
	return parts.length === 1 ? (parts[0] as SearchClause) : { kind, parts };
}

function phraseOf(text: string, isPrefix: boolean): SearchClause | null {
	const units = searchUnits(text);
	const last = units.at(-1);
	if (!last) return null;
	if (last.kind === 'sign') return signsAtEnd(units);
	if (!isPrefix) return { kind: 'phrase', tokens: units.map((_, at) => tokenAt(units, at)), isPrefix };
	const tokens = [...units.slice(0, -1).map((_, at) => tokenAt(units, at)), last.form];
	const byStem: SearchClause = { kind: 'phrase', tokens, isPrefix };
	if (units.length > 1) return byStem;
	return { kind: 'any', parts: [byStem, { kind: 'phrase', tokens: [formMark + last.form], isPrefix }] };
}

/** The last sign of a query may be followed by any other: of 催收 is asked for 催收, of 催 for 催 and what begins with it. */
function signsAtEnd(units: readonly SearchUnit[]): SearchClause {
	const tokens = units.map((_, at) => tokenAt(units, at));
	const isRun = units.at(-2)?.isJoined ?? false;
	return isRun
		? { kind: 'phrase', tokens: tokens.slice(0, -1), isPrefix: false }
		: { kind: 'phrase', tokens, isPrefix: true };
}
