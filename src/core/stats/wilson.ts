import { zOf, type Interval } from './interval.ts';

/**
 * Score interval of a proportion p = successes / n:
 * (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n). Of no trials nothing is known: 0 to 1.
 * Throws a RangeError for successes outside of 0 … n, a non-finite n, and a level outside of (0, 1).
 * Source: E. B. Wilson, JASA 22 (1927) 209–212.
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): Interval {
	if (!(successes >= 0 && successes <= n && Number.isFinite(n)))
		throw new RangeError(`No proportion of ${successes} in ${n}: it must lie between 0 and 1.`);
	if (n === 0) return { low: 0, high: 1 };
	const z2 = zOf(level) ** 2;
	const p = successes / n;
	const centre = p + z2 / (2 * n);
	const half = Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n)));
	const scale = 1 + z2 / n;
	return {
		low: successes === 0 ? 0 : (centre - half) / scale,
		high: successes === n ? 1 : (centre + half) / scale
	};
}
