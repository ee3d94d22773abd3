import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal } from '#lib/format/numbers.ts';
import { formatPeriod } from '#lib/format/periods.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { UnitAnswer } from '#server/app/unit-view.ts';

/** What can be said of a unit's complaints, and what cannot, in sentences. */
export function writeUnitStanding(
	{ period, standing, spread }: Pick<UnitAnswer, 'period' | 'standing' | 'spread'>,
	locale: Locale
): readonly string[] {
	if (!standing || standing.expected === 0) return [m.themes_standing_none()];
	const { observed, expected, ratio, shrunken, limits, verdict } = standing;
	const said = {
		observed: formatCount(observed, locale),
		expected: formatDecimal(expected, locale, 1),
		period: formatPeriod(period, locale)
	};
	if (verdict === 'too-few' || !limits) return [m.themes_standing_too_few(said)];
	const judge = {
		inside: m.themes_standing_inside,
		above: m.themes_standing_above,
		below: m.themes_standing_below
	}[verdict];
	return [
		m.themes_standing_judged({ ...said, ratio: formatDecimal(ratio, locale, 2) }),
		judge({ low: formatDecimal(limits.low, locale, 2), high: formatDecimal(limits.high, locale, 2) }),
		m.themes_shrunken({ shrunken: formatDecimal(shrunken, locale, 2) }),
		...(spread.isApplied ? [m.themes_limits_spread({ phi: formatDecimal(spread.phi, locale) })] : [])
	];
}
