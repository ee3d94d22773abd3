import type { SearchIssue } from './search-issue.ts';

export interface QueryToken {
	readonly kind: 'words' | 'prefix' | 'and' | 'or' | 'not' | 'open' | 'close';
	/** Of words what to search for, else the sign as it was typed. */
	readonly text: string;
}

export function isWords({ kind }: QueryToken): boolean {
	return kind === 'words' || kind === 'prefix';
}

const signs: Readonly<Record<string, QueryToken['kind']>> = {
	'(': 'open',
	'（': 'open',
	')': 'close',
	'）': 'close',
	'|': 'or',
	'｜': 'or',
	'&': 'and',
	'＆': 'and'
};
const operators: ReadonlyMap<string, QueryToken['kind']> = new Map([
	['AND', 'and'],
	['OR', 'or'],
	['NOT', 'not']
]);
const smallOperators: readonly string[] = ['and', 'or', 'not'];

/** What may end a phrase, by what began it. */
const quotes: Readonly<Record<string, string>> = {
	'"': '"',
	'＂': '＂',
	'“': '”',
	'”': '”',
	'「': '」',
	'『': '』'
};
const space = /[\s，、。；：！？]/u;
const endOfWord = /[\s，、。；：！？()（）|｜&＆"＂“”「」『』]/u;
const minus = /[-－−]/;
const star = /[*＊]$/;
const letter = /[\p{L}\p{N}]/u;

/** Cuts a query into words, phrases and signs; English and full-width forms mean the same. */
export function readTokens(text: string): { readonly tokens: QueryToken[]; readonly issues: SearchIssue[] } {
	const tokens: QueryToken[] = [];
	const issues: SearchIssue[] = [];
	const addWords = (kind: 'words' | 'prefix', words: string) => {
		if (letter.test(words)) tokens.push({ kind, text: words });
		else issues.push({ code: 'no-letters', text: words });
	};
	for (let at = 0; at < text.length;) {
		const sign = text.charAt(at);
		if (space.test(sign)) {
			at++;
		} else if (quotes[sign] !== undefined) {
			const end = endOfPhrase(text, at + 1, quotes[sign]);
			if (end < 0) issues.push({ code: 'open-quote', text: sign });
			const phrase = text.slice(at + 1, end < 0 ? undefined : end).trim();
			if (phrase !== '') addWords('words', phrase);
			at = end < 0 ? text.length : end + 1;
		} else if (signs[sign]) {
			tokens.push({ kind: signs[sign], text: sign });
			at++;
		} else if (minus.test(sign) && !isSpaceOrEnd(text.charAt(at + 1))) {
			tokens.push({ kind: 'not', text: sign });
			at++;
		} else {
			const end = wordEnd(text, at);
			const word = text.slice(at, end);
			at = end;
			const operator = operators.get(word.normalize('NFKC'));
			if (operator) tokens.push({ kind: operator, text: word });
			else if (star.test(word)) addWords('prefix', word.replace(/[*＊]+$/, ''));
			else addWords('words', word);
			if (smallOperators.includes(word) && tokens.length > 1)
				issues.push({ code: 'small-operator', text: word });
		}
	}
	return { tokens, issues };
}

/** A phrase begun by one kind of quote may be ended by its plain form: keyboards mix them. */
function endOfPhrase(text: string, from: number, closing: string): number {
	for (let at = from; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === closing || (closing === '”' && sign === '"') || (closing === '"' && sign === '”')) return at;
	}
	return -1;
}

function wordEnd(text: string, from: number): number {
	let end = from + 1;
	while (end < text.length && !endOfWord.test(text.charAt(end))) end++;
	return end;
}

function isSpaceOrEnd(sign: string): boolean {
	return sign === '' || space.test(sign);
}
