import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal } from '#lib/format/numbers.ts';
import { formatPeriod } from '#lib/format/periods.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { AgentAnswer } from '#server/app/agents.ts';

type Judged = Pick<AgentAnswer, 'period' | 'standing' | 'fewest'>;

/** What can be said of an agent's complaints, and what cannot, in sentences. */
export function writeStanding({ period, standing, fewest }: Judged, locale: Locale): readonly string[] {
	if (!standing || standing.expected === 0) return [m.agent_standing_none()];
	const { count, observed, expected, ratio, shrunken, limits, verdict } = standing;
	const said = {
		observed: formatCount(observed, locale),
		expected: formatDecimal(expected, locale, 1),
		period: formatPeriod(period, locale)
	};
	const rest = count - observed;
	const unmatched =
		rest > 0 ? [m.agent_standing_unmatched({ count: rest, shown: formatCount(rest, locale) })] : [];
	if (verdict === 'too-few' || !limits)
		return [
			m.agent_standing_too_few(said),
			m.agent_standing_rule({
				fewest: formatCount(fewest.expected, locale),
				contacts: formatCount(fewest.contacts, locale)
			}),
			...unmatched
		];
	const judge = {
		inside: m.agent_standing_inside,
		above: m.agent_standing_above,
		below: m.agent_standing_below
	}[verdict];
	const range = { low: formatDecimal(limits.low, locale, 2), high: formatDecimal(limits.high, locale, 2) };
	return [
		m.agent_standing_judged({ ...said, ratio: formatDecimal(ratio, locale, 2) }),
		judge(range),
		m.themes_shrunken({ shrunken: formatDecimal(shrunken, locale, 2) }),
		...unmatched
	];
}
