import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson.ts';

/** `successes` of `n`; n is more than 0. */
export interface Proportion {
	readonly successes: number;
	readonly n: number;
}

/**
 * Interval of the difference p₁ − p₂ of two independent proportions, from their Wilson intervals [l, u]:
 * p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²) to p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²).
 * Throws a RangeError where one is of nothing.
 * Source: R. G. Newcombe, Stat Med 17 (1998) 873–890, method 10.
 */
export function newcombeInterval(first: Proportion, second: Proportion, level = 0.95): Interval {
	if (!(first.n > 0 && second.n > 0))
		throw new RangeError('Two proportions can be compared only where both are of something.');
	const [p1, p2] = [first.successes / first.n, second.successes / second.n];
	const w1 = wilsonInterval(first.successes, first.n, level);
	const w2 = wilsonInterval(second.successes, second.n, level);
	return {
		low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
		high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low)
	};
}
