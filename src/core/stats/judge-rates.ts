import { adjustPValues } from './benjamini-hochberg.ts';
import { compareRates, type Rate } from './compare-rates.ts';
import { fewestExpected } from './funnel-limits.ts';

/** One of many rates looked at side by side; both exposures are more than 0. */
export interface RatePair {
	readonly id: string;
	readonly before: Rate;
	readonly now: Rate;
}

export type RateVerdict = 'more' | 'fewer' | 'same' | 'too-few';

/** Share of false alarms accepted among the rates called more or fewer. */
const falseDiscoveryRate = 0.05;

/**
 * Says of each of many rates whether it changed, the p-values of {@link compareRates} adjusted for how many were
 * tested. A rate of which fewer than 5 would be expected now, had nothing changed, is not tested.
 */
export function judgeRates(pairs: readonly RatePair[]): Map<string, RateVerdict> {
	const tested = pairs.filter((pair) => expectedNow(pair) >= fewestExpected);
	const pValues = adjustPValues(tested.map(({ before, now }) => compareRates(before, now).pValue));
	const verdicts = new Map<string, RateVerdict>(pairs.map(({ id }) => [id, 'too-few']));
	tested.forEach(({ id, before, now }, index) => {
		const isChanged = (pValues[index] ?? 1) <= falseDiscoveryRate;
		const isMore = now.count / now.exposure > before.count / before.exposure;
		verdicts.set(id, isChanged ? (isMore ? 'more' : 'fewer') : 'same');
	});
	return verdicts;
}

function expectedNow({ before, now }: RatePair): number {
	return ((before.count + now.count) / (before.exposure + now.exposure)) * now.exposure;
}
