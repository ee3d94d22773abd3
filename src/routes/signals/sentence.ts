import type { CriticalFigures, TrendFigures } from '#core/domain/signal.ts';
import { periodKeys, type Period } from '#core/domain/period.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { formatCount, formatDecimal } from '#lib/format/numbers.ts';
import { formatDay, formatPeriod, formatPeriodKey } from '#lib/format/periods.ts';
import { labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { Signal } from '#server/app/signals.ts';
import type { Namer } from '../shell.ts';

/** Share of the units that chance alone puts above a 99.8 % limit. */
const aboveByChance = 0.001;
const per = 1000;
const termsSaid = 5;

export interface Sentence {
	/** What was found, in one sentence. */
	readonly said: string;
	/** How much of it chance explains, and what was left out. */
	readonly more: readonly string[];
}

/** Words of a signal from its figures: nothing of them is stored. */
export function writeSentence(signal: Signal, nameOf: Namer, locale: Locale): Sentence {
	const { figures } = signal;
	const leftOut =
		'leftOut' in figures && figures.leftOut.length > 0
			? [
					m.signals_say_left_out({
						names: listOf(
							figures.leftOut.map((id) => labelOf('source', id)),
							locale
						)
					})
				]
			: [];
	return { said: say(signal, nameOf, locale), more: [...chanceOf(signal, locale), ...leftOut] };
}

/** The unit a signal is about. */
export function unitName({ unit, unitId }: Pick<Signal, 'unit' | 'unitId'>, nameOf: Namer): string {
	if (unit === 'whole') return m.signals_whole();
	return unit === 'channel' ? labelOf('channel', unitId) : nameOf(unit, unitId);
}

function say(signal: Signal, nameOf: Namer, locale: Locale): string {
	const { figures, period, theme } = signal;
	const who = unitName(signal, nameOf);
	if (figures.kind === 'critical') return sayCritical(figures, { who, day: period.from }, nameOf, locale);
	const observed = formatCount(figures.observed, locale);
	const expected = formatDecimal(figures.expected, locale, 1);
	const when = formatPeriod(period, locale);
	if (figures.kind === 'term') return sayTerm(figures.terms, { period: when, observed, expected }, locale);
	const about = { who, theme: nameOf('theme', theme ?? ''), observed, expected };
	if (figures.kind === 'early')
		return m.signals_say_early({
			...about,
			period: formatPeriodKey(figures.week, locale),
			limit: formatDecimal(figures.threshold, locale, 1)
		});
	const times = formatDecimal(figures.observed / figures.expected, locale, 1);
	if (figures.kind === 'outlier')
		return m.signals_say_outlier({
			...about,
			period: when,
			times,
			limit: formatDecimal(figures.limit, locale, 1)
		});
	const isMonth = figures.rules.length === 1 && figures.rules[0] === 'outside';
	return isMonth
		? m.signals_say_trend_month({
				...about,
				period: when,
				times,
				rate: formatDecimal(figures.rate * per, locale),
				limit: formatDecimal(figures.limit * per, locale)
			})
		: m.signals_say_trend_run({ ...about, period: when, times, rules: rulesOf(figures, period, locale) });
}

function sayTerm(
	terms: readonly { readonly term: string }[],
	about: { readonly period: string; readonly observed: string; readonly expected: string },
	locale: Locale
): string {
	const said = terms.slice(0, termsSaid).map(({ term }) => `“${term}”`);
	return m.signals_say_term({ ...about, terms: listOf(said, locale) });
}

function sayCritical(
	figures: CriticalFigures,
	{ who, day }: { readonly who: string; readonly day: string },
	nameOf: Namer,
	locale: Locale
): string {
	const themes = figures.themes.map((id) => nameOf('theme', id));
	const said = m.signals_say_critical({
		who,
		themes: themes.length > 0 ? listOf(themes, locale) : m.signals_critical_plain(),
		day: formatDay(day, locale),
		urgency: labelOf('urgency', figures.urgency)
	});
	const copies = m.signals_say_critical_copies({ count: formatCount(figures.observed, locale) });
	return figures.observed > 1 ? `${said} ${copies}` : said;
}

function rulesOf({ rules }: TrendFigures, period: Period, locale: Locale): string {
	const words = {
		outside: m.signals_rule_outside(),
		shift: m.signals_rule_shift({ months: formatCount(periodKeys(period, 'month').length, locale) }),
		trend: m.signals_rule_trend(),
		'two-of-three': m.signals_rule_two()
	};
	return listOf(
		rules.map((rule) => words[rule]),
		locale
	);
}

function chanceOf({ figures, comparisons, falseAlarms }: Signal, locale: Locale): string[] {
	if (figures.kind === 'critical') return [];
	const all = formatCount(comparisons, locale);
	if (figures.kind === 'outlier')
		return [
			m.signals_say_fdr({
				comparisons: all,
				chance: formatDecimal(comparisons * aboveByChance, locale, 1),
				p: pValue(figures.adjusted, locale)
			})
		];
	const short = figures.kind === 'early' && figures.method === 'ears' ? [m.signals_say_early_short()] : [];
	return [
		m.signals_say_chance({ comparisons: all, chance: formatDecimal(falseAlarms, locale, 1) }),
		...short
	];
}

function pValue(p: number, locale: Locale): string {
	return p < 0.001 ? `< ${formatDecimal(0.001, locale, 3)}` : `= ${formatDecimal(p, locale, 3)}`;
}

function listOf(words: readonly string[], locale: Locale): string {
	return new Intl.ListFormat(locale).format(words);
}
