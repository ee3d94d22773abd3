import { normalise } from '../text/normalise.ts';
import { placeholderSign } from '../text/placeholder.ts';
import { splitClauses } from '../text/segment.ts';

/** A masked text, and the template it is a copy of, if any. */
export interface TermSource {
	readonly text: string;
	readonly templateId?: string | null;
}

export interface CountedTerms {
	/** Records that hold the term; terms of fewer than `fewest` records on both sides together are left out. */
	readonly terms: readonly { readonly term: string; readonly now: number; readonly before: number }[];
	/** Records counted: all copies of a template are one. */
	readonly records: { readonly now: number; readonly before: number };
}

const longestRun = 6;
const word = /[a-z]+(?:'[a-z]+)?/g;
const hanRun = /[\u3400-\u9fff]+/g;
/** What the source put in for personal data. */
const redaction = /x{3,}|\bxx\b/g;
const functionWords = new Set(
	`a about after again all also am an and any are as at be because been before being but by can could did do does doing
	down for from further get got had has have having he her here hers him his how i if in into is it its itself just me
	more most my no nor not now of off on once only or other our out over own said same she should so some such than that
	the their them then there these they this those through to too under until up very was we were what when where which
	while who whom why will with would you your`.split(/\s+/)
);
/** A month is new in every text of that month, and says nothing about it. */
const calendarWords = new Set(
	`january february march april june july august september october november december jan feb mar apr jun jul aug sep sept
	oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
	sun`.split(/\s+/)
);
const chineseDate = /[一二三四五六七八九十廿]+[月日号]/g;
/** Characters that begin or end no term: particles, pronouns, copulas. */
const functionCharacters = new Set(
	'的了着过吗呢啊吧呀嘛么是在和与及或也都就还而且但我你他她它们这那个之于把被给让从对'
);

/**
 * Terms of a text, each once: English words and pairs of neighbouring words within a clause, Chinese runs of 2 to 6
 * characters. Function words and dates are no terms, and neither begin nor end one; what masking or the source took out stands
 * between words. In normalised form: small letters, simplified characters.
 */
export function findTerms(text: string): Set<string> {
	const terms = new Set<string>();
	const { text: normal } = normalise(text);
	for (const { start, end } of splitClauses(normal)) {
		const clause = normal
			.slice(start, end)
			.replace(redaction, placeholderSign)
			.replace(chineseDate, placeholderSign);
		addWords(terms, clause);
		for (const [run] of clause.matchAll(hanRun)) addCharacters(terms, run);
	}
	return terms;
}

function addWords(terms: Set<string>, clause: string): void {
	let before: { readonly term: string; readonly end: number } | null = null;
	for (const match of clause.matchAll(word)) {
		const [term] = match;
		const isTerm = term.length > 1 && !functionWords.has(term) && !calendarWords.has(term);
		if (isTerm) {
			terms.add(term);
			if (before !== null && before.term !== term && clause.slice(before.end, match.index).trim() === '')
				terms.add(`${before.term} ${term}`);
		}
		before = isTerm ? { term, end: match.index + term.length } : null;
	}
}

function addCharacters(terms: Set<string>, run: string): void {
	for (let from = 0; from < run.length; from++) {
		if (functionCharacters.has(run.charAt(from))) continue;
		for (let to = from + 2; to <= Math.min(run.length, from + longestRun); to++)
			if (!functionCharacters.has(run.charAt(to - 1))) terms.add(run.slice(from, to));
	}
}

/**
 * In how many records of now and of the baseline each term occurs. Copies of one template count as one record, with
 * the terms of the first of them: five hundred copies of a complaint are one new wording.
 */
export function countTerms(
	now: readonly TermSource[],
	before: readonly TermSource[],
	fewest = 5
): CountedTerms {
	const counts = new Map<string, { now: number; before: number }>();
	const records = { now: 0, before: 0 };
	const sides = { now, before };
	for (const side of ['now', 'before'] as const) {
		for (const text of collapseTemplates(sides[side])) {
			records[side]++;
			for (const term of findTerms(text)) {
				const count = counts.get(term) ?? { now: 0, before: 0 };
				count[side]++;
				counts.set(term, count);
			}
		}
	}
	const terms = [...counts]
		.filter(([, count]) => count.now + count.before >= fewest)
		.map(([term, count]) => ({ term, ...count }));
	return { terms, records };
}

function* collapseTemplates(sources: readonly TermSource[]): Iterable<string> {
	const seen = new Set<string>();
	for (const { text, templateId } of sources) {
		if (templateId != null && seen.has(templateId)) continue;
		if (templateId != null) seen.add(templateId);
		yield text;
	}
}

/** Is the shorter term a part of the longer one: whole words of English, characters of Chinese? */
export function containsTerm(longer: string, shorter: string): boolean {
	return (
		longer !== shorter &&
		(/[a-z]/.test(longer) ? ` ${longer} `.includes(` ${shorter} `) : longer.includes(shorter))
	);
}
