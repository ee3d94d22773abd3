import { kpis } from '#core/domain/kpis/registry.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal } from '#lib/format/numbers.ts';
import { formatPeriod, formatPeriodKey } from '#lib/format/periods.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { Overview } from '#server/app/overview.ts';
import type { Namer } from '../shell.ts';

type Answer = Pick<
	NonNullable<Overview['answer']>,
	'period' | 'previous' | 'kpis' | 'rate' | 'teams' | 'teamsTested' | 'teamsByChance' | 'themes'
>;

/** Is anything wrong, is it real, where: one sentence, and the next ones that qualify it. */
export function writeHeadline(
	answer: Answer,
	nameOf: Namer,
	locale: Locale
): { headline: string; more: string[] } {
	const more = [
		...variation(answer, locale),
		...teams(answer, nameOf, locale),
		...themes(answer, nameOf, locale)
	];
	return { headline: headline(answer, locale), more };
}

function headline({ period, kpis: rows }: Answer, locale: Locale): string {
	const harsh = rows.find(({ id }) => id === kpis.K05.id);
	const complaints = rows.find(({ id }) => id === kpis.K01.id)?.now.numerator ?? 0;
	const when = formatPeriod(period, locale);
	if (!harsh || harsh.now.value === null) {
		const counted = m.overview_head_no_exposure({
			count: complaints,
			shown: formatCount(complaints, locale),
			period: when
		});
		const why =
			harsh?.now.missing === 'no-match' ? m.overview_head_no_match() : m.overview_head_no_exposure_sub();
		return `${counted} ${why}`;
	}
	const now = formatDecimal(harsh.now.value, locale);
	const earlier = harsh.change.before.value;
	if (earlier === null) return m.overview_head_first({ period: when, now });
	const said = { period: when, now, before: formatDecimal(earlier, locale) };
	if (harsh.change.verdict === 'worsening') return m.overview_head_worsening(said);
	if (harsh.change.verdict === 'improving') return m.overview_head_improving(said);
	if (harsh.change.verdict === 'stable') return m.overview_head_stable(said);
	return m.overview_head_too_few({ period: when });
}

/** Where the shown period is one point of the chart: does it stand out of the points before? */
function variation({ period, rate }: Answer, locale: Locale): string[] {
	const name = formatPeriod(period, locale);
	const point = rate.points.find(({ key }) => formatPeriodKey(key, locale) === name);
	if (!point?.limits || point.value.value === null || point.value.isTooFew) return [];
	const limits = {
		low: formatDecimal(point.limits.low, locale),
		high: formatDecimal(point.limits.high, locale)
	};
	if (!point.isOutside) return [m.overview_head_inside(limits)];
	return point.value.value > point.limits.high
		? [m.overview_head_outside_above(limits)]
		: [m.overview_head_outside_below(limits)];
}

function teams(
	{ teams: units, teamsTested, teamsByChance }: Answer,
	nameOf: Namer,
	locale: Locale
): string[] {
	if (teamsTested === 0) return [];
	const outside = units.filter(({ verdict }) => verdict === 'above' || verdict === 'below');
	const names = new Intl.ListFormat(locale).format(
		outside.map(
			({ id, observed, expected }) =>
				`${nameOf('team', id)} (${formatCount(observed, locale)} / ${formatDecimal(expected, locale)})`
		)
	);
	return [
		outside.length > 0 ? m.overview_head_teams_outside({ names }) : m.overview_head_teams_inside(),
		m.overview_head_chance({
			count: formatCount(teamsTested, locale),
			expected: formatDecimal(teamsByChance, locale, 2)
		})
	];
}

function themes({ themes: rows }: Answer, nameOf: Namer, locale: Locale): string[] {
	const more = rows.filter(({ verdict }) => verdict === 'more').map(({ theme }) => nameOf('theme', theme));
	return more.length > 0 ? [m.overview_head_themes({ names: new Intl.ListFormat(locale).format(more) })] : [];
}
