import type { Locale } from '#core/domain/vocabulary.ts';
import { formatDecimal } from '#lib/format/numbers.ts';

/** Share of units that chance alone puts outside 99.8 % limits. */
const outsideByChance = 0.002;
const least = 0.1;

/** How many of the units judged would be outside their limits if none differed from any other: 0.2 of 97, < 0.1 of 8. */
export function expectedOutside(judged: number, locale: Locale): string {
	const expected = judged * outsideByChance;
	return expected < least / 2 ? `< ${formatDecimal(least, locale, 1)}` : formatDecimal(expected, locale, 1);
}
