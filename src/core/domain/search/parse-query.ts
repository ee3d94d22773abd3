import { isWords, readTokens, type QueryToken } from './query-tokens.ts';
import type { SearchIssue, SearchIssueCode } from './search-issue.ts';

/** What somebody searches for. `words` are searched as they stand, one after the other; `and` and `or` have two or more parts. */
export type SearchNode =
	| { readonly kind: 'words'; readonly text: string; readonly isPrefix: boolean }
	| { readonly kind: 'and' | 'or'; readonly parts: readonly SearchNode[] }
	| { readonly kind: 'not'; readonly part: SearchNode };

export interface SearchQuery {
	/** Null: nothing to search for. */
	readonly node: SearchNode | null;
	readonly issues: readonly SearchIssue[];
}

const mostWords = 50;
const deepest = 20;

/**
 * Reads `words "a phrase" begin* (this OR that) NOT those -these`. Words beside each other must all occur; NOT binds
 * closest, then AND, then OR. Tolerant: a broken query has a best reading and issues, nothing throws.
 */
export function parseQuery(text: string): SearchQuery {
	const { tokens, issues } = readTokens(text);
	const reader: Reader = { tokens: withinLimit(tokens, issues), at: 0, depth: 0, issues };
	const parts: SearchNode[] = [];
	while (reader.at < reader.tokens.length) {
		const part = readOr(reader);
		if (part) parts.push(part);
		// Only a parenthesis that nothing has opened stops the reader before the end.
		if (reader.at < reader.tokens.length) drop(reader, 'lone-parenthesis');
	}
	return { node: join('and', parts), issues };
}

interface Reader {
	readonly tokens: readonly QueryToken[];
	at: number;
	depth: number;
	readonly issues: SearchIssue[];
}

function withinLimit(tokens: readonly QueryToken[], issues: SearchIssue[]): readonly QueryToken[] {
	let words = 0;
	const end = tokens.findIndex((token) => isWords(token) && ++words > mostWords);
	if (end < 0) return tokens;
	issues.push({ code: 'too-many', text: tokens[end]?.text ?? '' });
	return tokens.slice(0, end);
}

function readOr(reader: Reader): SearchNode | null {
	const parts: SearchNode[] = [];
	for (;;) {
		const part = readAnd(reader);
		if (part) parts.push(part);
		if (reader.tokens[reader.at]?.kind !== 'or') return join('or', parts);
		const isBetween = part !== null && startsPart(reader.tokens[reader.at + 1]);
		if (isBetween) reader.at++;
		else drop(reader, 'lone-operator');
	}
}

function readAnd(reader: Reader): SearchNode | null {
	const parts: SearchNode[] = [];
	for (;;) {
		const token = reader.tokens[reader.at];
		if (token === undefined || token.kind === 'close' || token.kind === 'or') return join('and', parts);
		if (token.kind === 'and') {
			const isBetween = parts.length > 0 && startsPart(reader.tokens[reader.at + 1]);
			if (isBetween) reader.at++;
			else drop(reader, 'lone-operator');
			continue;
		}
		const part = readPart(reader, token);
		if (part) parts.push(part);
	}
}

function readPart(reader: Reader, token: QueryToken): SearchNode | null {
	if (isWords(token)) {
		reader.at++;
		return { kind: 'words', text: token.text, isPrefix: token.kind === 'prefix' };
	}
	const next = reader.tokens[reader.at + 1];
	if (token.kind === 'not') {
		if (!startsPart(next) || reader.depth >= deepest)
			return drop(reader, reader.depth >= deepest ? 'too-many' : 'lone-operator');
		reader.at++;
		reader.depth++;
		const part = readPart(reader, next as QueryToken);
		reader.depth--;
		return part && { kind: 'not', part };
	}
	if (reader.depth >= deepest) return drop(reader, 'too-many');
	reader.at++;
	reader.depth++;
	const inner = readOr(reader);
	reader.depth--;
	if (reader.tokens[reader.at]?.kind === 'close') reader.at++;
	else reader.issues.push({ code: 'open-parenthesis', text: token.text });
	return inner;
}

function startsPart(token: QueryToken | undefined): boolean {
	return token !== undefined && (isWords(token) || token.kind === 'not' || token.kind === 'open');
}

function drop(reader: Reader, code: SearchIssueCode): null {
	reader.issues.push({ code, text: reader.tokens[reader.at]?.text ?? '' });
	reader.at++;
	return null;
}

function join(kind: 'and' | 'or', parts: readonly SearchNode[]): SearchNode | null {
	if (parts.length > 1) return { kind, parts };
	return parts[0] ?? null;
}
