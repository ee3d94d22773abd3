import { hasExposureMatch, type Filter } from '#core/domain/filter.ts';
import type { Kpi, KpiValue } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { addMonths, type Period } from '#core/domain/period.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { judgeRates, type RateVerdict } from '#core/stats/judge-rates.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import type { Source } from '../storage/question-schema.ts';

export interface ThemeRow {
	readonly theme: string;
	readonly count: number;
	/** In the period before. */
	readonly before: number;
	/** In the twelve months before. */
	readonly yearBefore: number;
	/** Per 1,000 contacts. */
	readonly rate: KpiValue;
	/** Of the rate against that of the twelve months before, relative to it; null where one of them cannot be given. */
	readonly change: number | null;
	/** Whether chance alone would make such a change; null without contacts to compare by. */
	readonly verdict: RateVerdict | null;
}

/** The rate of one theme: feedback with it per 1,000 connected contacts, made and judged as the harsh-conduct rate. */
export function rateOfTheme(theme: string): Kpi {
	const { numerator, ...rest }: Kpi = kpis.K05;
	return { ...rest, numerator: { ...numerator, where: { theme: [theme] } } };
}

export function yearBefore({ from }: Period): Period {
	return { from: addMonths(from, -12), to: from };
}

/**
 * Themes of a taxonomy now, in the period before and in the twelve months before. The verdict compares their rates per
 * contact with those twelve months, adjusted for testing the themes of the taxonomy together.
 */
export async function themeRows(
	source: Source,
	dated: Filter & { readonly period: Period },
	{ previous, taxonomy }: { readonly previous: Period; readonly taxonomy: Taxonomy }
): Promise<readonly ThemeRow[]> {
	const year = yearBefore(dated.period);
	const hasMatch = hasExposureMatch(dated);
	const countIn = (period: Period) => countByTheme(source, { ...dated, period }, taxonomy);
	const [now, before, yearRows, contactsNow, contactsYear] = await Promise.all([
		countIn(dated.period),
		countIn(previous),
		countIn(year),
		sumExposure(source, dated),
		sumExposure(source, { ...dated, period: year })
	]);
	const of = (rows: typeof now, theme: string) => rows.find((row) => row.theme === theme)?.count ?? 0;
	const isComparable = hasMatch && contactsNow.connected > 0 && contactsYear.connected > 0;
	const verdicts = judgeRates(
		now
			.filter(() => isComparable)
			.map(({ theme, count }) => ({
				id: theme,
				now: { count, exposure: contactsNow.connected },
				before: { count: of(yearRows, theme), exposure: contactsYear.connected }
			}))
	);
	const changeOf = (count: number, inYear: number) =>
		isComparable && inYear > 0 ? count / contactsNow.connected / (inYear / contactsYear.connected) - 1 : null;
	return now.map(({ theme, count }) => ({
		theme,
		count,
		before: of(before, theme),
		yearBefore: of(yearRows, theme),
		change: changeOf(count, of(yearRows, theme)),
		rate: evaluateKpi(rateOfTheme(theme), {
			numerator: count,
			denominator: contactsNow.connected || null,
			...(hasMatch ? {} : { missing: 'no-match' as const })
		}),
		verdict: verdicts.get(theme) ?? null
	}));
}
