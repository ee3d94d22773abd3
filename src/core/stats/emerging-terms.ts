import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { adjustPValues } from './benjamini-hochberg.ts';
import { requireNumbers } from './check-input.ts';
import { compareLogOdds } from './log-odds.ts';

export interface TermCount {
	readonly term: string;
	/** Records that hold the term, each counted once. */
	readonly now: number;
	readonly before: number;
}

export interface EmergingTerm extends TermCount {
	readonly z: number;
	/** Adjusted for all terms that were tested (Benjamini–Hochberg). */
	readonly pValue: number;
}

interface Selection {
	/** Records in which terms were looked for. */
	readonly records: { readonly now: number; readonly before: number };
	/** Is the shorter term a part of the longer one? By the words or characters of its language. */
	readonly contains: (longer: string, shorter: string) => boolean;
	/** Strength of the prior in records, α₀. */
	readonly prior?: number;
}

const fewestRecords = 5;
const leastZ = 3.5;
const falseDiscoveryRate = 0.05;
/** A shorter term that hardly ever stands without the longer one says nothing of its own. */
const subsumedFrom = 0.8;

/**
 * Terms that are markedly more frequent now than in the baseline: log odds of records that hold the term against
 * records that do not, prior α₀ · share of the records of both; kept are those with z ≥ 3.5, at least 5 records now,
 * an adjusted p ≤ 0.05, and not subsumed: contained in a longer kept term that covers 80 % or more of their records.
 * Highest z first. No terms without records on either side.
 * Throws a RangeError for negative or non-finite counts, or a term in more records than there are.
 * Source: Monroe, Colaresi & Quinn (2008), see {@link compareLogOdds}; the thresholds are Earshot's choice.
 */
export function selectEmergingTerms(
	terms: readonly TermCount[],
	{ records, contains, prior = 250 }: Selection
): EmergingTerm[] {
	requireNumbers([records.now, records.before, prior], 'records and prior', 0);
	requireNumbers(
		terms.flatMap(({ now, before }) => [now, before, records.now - now, records.before - before]),
		'records with a term, and without it',
		0
	);
	if (records.now === 0 || records.before === 0 || prior === 0) return [];
	const tested = terms
		.filter(({ now, before }) => now >= fewestRecords && now + before < records.now + records.before)
		.map((term) => ({ ...term, z: scoreOf(term, records, prior) }));
	const pValues = adjustPValues(tested.map(({ z }) => 2 * normalCdf(-Math.abs(z), 0, 1)));
	const strong = tested
		.map((term, index) => ({ ...term, pValue: pValues[index]! }))
		.filter(({ z, pValue }) => z >= leastZ && pValue <= falseDiscoveryRate);
	return withoutSubsumed(strong, contains).toSorted((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
}

function scoreOf(term: TermCount, records: Selection['records'], prior: number): number {
	const share = (term.now + term.before) / (records.now + records.before);
	return compareLogOdds({ now: term.now, before: term.before, prior: prior * share }, { ...records, prior })
		.z;
}

function withoutSubsumed(terms: readonly EmergingTerm[], contains: Selection['contains']): EmergingTerm[] {
	const kept: EmergingTerm[] = [];
	for (const term of terms.toSorted((a, b) => b.term.length - a.term.length)) {
		const isSubsumed = kept.some(
			(longer) => longer.now >= subsumedFrom * term.now && contains(longer.term, term.term)
		);
		if (!isSubsumed) kept.push(term);
	}
	return kept;
}
