import { findTerms, type TermSource } from './emerging-terms.ts';

export interface TermGroup<Term> {
	/** The strongest first. */
	readonly terms: readonly Term[];
	/** Templates of the records that hold the strongest term. */
	readonly templateIds: readonly string[];
}

/**
 * Puts terms together that come from the same records: each term joins the first stronger one with which it shares
 * `share` or more of its own records. Terms are given strongest first. Records without a template are left out.
 */
export function groupTerms<Term extends { readonly term: string }>(
	terms: readonly Term[],
	records: readonly TermSource[],
	share: number
): readonly TermGroup<Term>[] {
	const wanted = new Set(terms.map(({ term }) => term));
	const holders = new Map<string, Set<string>>();
	const seen = new Set<string>();
	for (const { text, templateId } of wanted.size === 0 ? [] : records) {
		if (templateId == null || seen.has(templateId)) continue;
		seen.add(templateId);
		for (const term of findTerms(text))
			if (wanted.has(term)) holders.set(term, (holders.get(term) ?? new Set()).add(templateId));
	}
	const groups: { terms: Term[]; holders: ReadonlySet<string> }[] = [];
	for (const term of terms) {
		const own = holders.get(term.term) ?? new Set<string>();
		const home = groups.find((group) => shared(own, group.holders) >= share * own.size);
		if (home) home.terms.push(term);
		else groups.push({ terms: [term], holders: own });
	}
	return groups.map((group) => ({ terms: group.terms, templateIds: [...group.holders].sort() }));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	return [...one].filter((id) => other.has(id)).length;
}
