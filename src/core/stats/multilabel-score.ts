import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson.ts';

/** What was expected of one text, and what was found. */
export interface Judged {
	readonly expected: ReadonlySet<string>;
	/** Near-misses: finding one of them is neither right nor wrong. */
	readonly ignored: ReadonlySet<string>;
	readonly found: ReadonlySet<string>;
}

export interface Score {
	/** Texts that carry the label. */
	readonly n: number;
	/** Found rightly, found wrongly, missed. */
	readonly hits: number;
	readonly falseHits: number;
	readonly misses: number;
	/** Null where nothing was found, or nothing is to be found: there is no such share. */
	readonly precision: Share | null;
	readonly recall: Share | null;
	/** Harmonic mean of both: 2·hits / (2·hits + falseHits + misses); null where that is 0/0. */
	readonly f1: number | null;
}

/** A proportion with its 95 % interval (Wilson). */
export interface Share extends Interval {
	readonly value: number;
}

export interface MultilabelScore {
	readonly labels: readonly (Score & { readonly label: string })[];
	/** All labels' hits and misses in one sum. */
	readonly micro: Score;
	/** Mean F1 of the labels that some text carries: rare ones weigh as much as common ones. */
	readonly macroF1: number | null;
	readonly texts: number;
	/** Texts that carry no label. */
	readonly clean: number;
	readonly falselyFlagged: number;
	/** Share of the clean texts in which anything was found; null without clean texts. */
	readonly falseFlagRate: Share | null;
}

/** Precision, recall and F1 for each label, over all of them, and false flags on texts that carry none. */
export function scoreLabels(labels: readonly string[], texts: readonly Judged[]): MultilabelScore {
	const scores = labels.map((label) => ({ label, ...scoreLabel(label, texts) }));
	const measured = scores.filter(({ n }) => n > 0);
	const clean = texts.filter(({ expected }) => expected.size === 0);
	const flagged = clean.filter(({ found, ignored }) =>
		labels.some((label) => found.has(label) && !ignored.has(label))
	);
	return {
		labels: scores,
		micro: scoreOf(sum(scores, 'hits'), sum(scores, 'falseHits'), sum(scores, 'misses')),
		macroF1:
			measured.length === 0
				? null
				: measured.reduce((total, { f1 }) => total + (f1 ?? 0), 0) / measured.length,
		texts: texts.length,
		clean: clean.length,
		falselyFlagged: flagged.length,
		falseFlagRate: shareOf(flagged.length, clean.length)
	};
}

/** A share with its 95 % Wilson interval; null of nothing. */
export function shareOf(part: number, whole: number): Share | null {
	return whole === 0 ? null : { value: part / whole, ...wilsonInterval(part, whole) };
}

function scoreLabel(label: string, texts: readonly Judged[]): Score {
	let hits = 0;
	let falseHits = 0;
	let misses = 0;
	for (const { expected, ignored, found } of texts) {
		if (expected.has(label)) {
			if (found.has(label)) hits++;
			else misses++;
		} else if (found.has(label) && !ignored.has(label)) falseHits++;
	}
	return scoreOf(hits, falseHits, misses);
}

function scoreOf(hits: number, falseHits: number, misses: number): Score {
	const all = 2 * hits + falseHits + misses;
	return {
		n: hits + misses,
		hits,
		falseHits,
		misses,
		precision: shareOf(hits, hits + falseHits),
		recall: shareOf(hits, hits + misses),
		f1: all === 0 ? null : (2 * hits) / all
	};
}

function sum(scores: readonly Score[], key: 'hits' | 'falseHits' | 'misses'): number {
	return scores.reduce((total, score) => total + score[key], 0);
}
