import { addDays } from '#core/domain/period.ts';
import type { SignalFigures } from '#core/domain/signal.ts';
import { poissonMidP } from '../mid-p.ts';
import { scanRules } from './scan-rules.ts';

interface Closed {
	/** What it was closed with. */
	readonly figures: SignalFigures;
	/** Day as of which a scan found it last, also after it was closed. */
	readonly seenAsOf: string;
}

/**
 * Is a closed cause that a scan finds again a new signal? Where it was not found for 92 days; or where it is clearly
 * worse: 1.5 times the ratio of observed to expected it was closed with, and more often than chance makes of that ratio
 * in one of a hundred cases. A single case is never new again.
 */
export function isNewAgain(closed: Closed, found: SignalFigures, asOf: string): boolean {
	if (found.kind === 'critical') return false;
	const { quietDays, worse, alpha } = scanRules.reopening;
	if (addDays(closed.seenAsOf, quietDays) <= asOf) return true;
	const before = ratioOf(closed.figures);
	const now = ratioOf(found);
	if (before === null || now === null || found.expected === 0) return false;
	return now >= worse * before && poissonMidP(found.observed, before * found.expected) < alpha;
}

function ratioOf({ observed, expected }: SignalFigures): number | null {
	return expected === null || expected === 0 ? null : observed / expected;
}
