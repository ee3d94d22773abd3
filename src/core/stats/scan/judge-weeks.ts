import { detectByEars } from '../ears.ts';
import { detectByFarrington, improvedFarrington } from '../farrington.ts';
import { scanRules } from './scan-rules.ts';

export interface WeekJudgement {
	readonly method: 'farrington' | 'ears';
	readonly expected: number;
	readonly threshold: number;
	readonly isAlarm: boolean;
}

/**
 * Is the count of week `at` above what the season of the years before (Farrington, improved; from two years on) or, for
 * shorter series, the seven weeks before the last two (EARS C2) lead one to expect? Contacts are allowed for. Null where
 * there is too little to say: fewer than 5 cases in four weeks, no contacts, a history too short for either.
 */
export function judgeWeek(
	counts: readonly number[],
	exposures: readonly number[],
	at: number
): WeekJudgement | null {
	const { alpha, fewest, season, years, halfWindow } = scanRules.early;
	const recent = counts.slice(Math.max(0, at - fewest.periods + 1), at + 1);
	if (recent.reduce((sum, count) => sum + count, 0) < fewest.cases) return null;
	if (at < season * years + halfWindow) return judgeShort(counts, exposures, at);
	if (exposures.slice(0, at + 1).some((exposure) => !(exposure > 0))) return null;
	const found = detectByFarrington(counts.slice(0, at + 1), at, {
		...improvedFarrington,
		season,
		years: Math.floor((at - halfWindow) / season),
		halfWindow,
		alpha,
		fewest,
		exposures: exposures.slice(0, at + 1)
	});
	if (found?.threshold == null) return null;
	return {
		method: 'farrington',
		expected: found.expected,
		threshold: found.threshold,
		isAlarm: found.isAlarm
	};
}

/** Contacts are allowed for by moving the counts before to this week's contacts; the spread is at least Poisson's. */
function judgeShort(
	counts: readonly number[],
	exposures: readonly number[],
	at: number
): WeekJudgement | null {
	const { alpha, earsBaseline, earsLag } = scanRules.early;
	const from = at - earsLag - earsBaseline;
	const here = exposures[at] ?? 0;
	if (from < 0 || !exposures.slice(from, at + 1).every((exposure) => exposure > 0)) return null;
	const moved = counts
		.slice(from, at + 1)
		.map((count, index) => (count * here) / (exposures[from + index] ?? here));
	const mean = moved.slice(0, earsBaseline).reduce((sum, count) => sum + count, 0) / earsBaseline;
	const point = detectByEars(moved, {
		method: 'C2',
		baseline: earsBaseline,
		alpha,
		minSigma: Math.sqrt(Math.max(1, mean))
	}).at(-1);
	if (point?.threshold == null || point.expected === null) return null;
	return {
		method: 'ears',
		expected: point.expected,
		threshold: point.threshold,
		isAlarm: point.isAlarm
	};
}
