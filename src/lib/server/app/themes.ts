import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { addMonths, periodKeys, previousPeriod, type Period } from '#core/domain/period.ts';
import { taxonomies, type Taxonomy } from '#core/domain/vocabulary.ts';
import { themeByPeriod } from '../facts/questions/theme-by-period.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';
import { readFreeValues, readNames } from './names.ts';
import { themeRows, yearBefore, type ThemeRow } from './theme-rows.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export interface ListedTheme extends ThemeRow {
	/** Feedback in each of the months of {@link ThemeGroup.months}. */
	readonly counts: readonly number[];
}
export interface ThemeGroup {
	readonly taxonomy: Taxonomy;
	/** Themes with feedback in the period, most first. */
	readonly themes: readonly ListedTheme[];
	/** Themes without. */
	readonly silent: readonly string[];
}

const monthsShown = 12;

/** Every theme by taxonomy: how often, at what rate, and whether that has changed. Null without dated feedback. */
export const themes = verb(
	'read',
	async (deps: Deps, actor: Actor, { filter: asked }: { filter: Filter }) => {
		const { source, filter, context } = await openView(deps, actor, asked);
		const names = await readNames(deps, actor.scope);
		const values = await readFreeValues(source, context.origin);
		const period = filter.period === 'undated' ? null : (filter.period ?? context.latestMonth);
		const base = { context, names, values };
		if (period === null) return { ...base, filter, answer: null };
		const dated = { ...filter, period };
		const months = monthsUpTo(period);
		const previous = previousPeriod(period);
		const groups = await Promise.all(
			taxonomies.map((taxonomy) => groupOf(deps, source, dated, { taxonomy, months, previous }))
		);
		return { ...base, filter: dated, answer: { period, previous, year: yearBefore(period), months, groups } };
	}
);

/** The twelve months up to the one in which the period ends. */
function monthsUpTo({ to }: Period): Period {
	const end = to.endsWith('-01') ? to : addMonths(to, 1);
	return { from: addMonths(end, -monthsShown), to: end };
}

async function groupOf(
	{ packs }: Deps,
	source: Source,
	dated: Filter & { readonly period: Period },
	{ taxonomy, months, previous }: { taxonomy: Taxonomy; months: Period; previous: Period }
): Promise<ThemeGroup> {
	const [rows, byMonth] = await Promise.all([
		themeRows(source, dated, { previous, taxonomy }),
		themeByPeriod(source, { ...dated, period: months }, taxonomy, 'month')
	]);
	const keys = periodKeys(months, 'month');
	const countOf = new Map(byMonth.map(({ theme, period, count }) => [`${theme}\t${period}`, count]));
	return {
		taxonomy,
		themes: rows.map((row) => ({
			...row,
			counts: keys.map((key) => countOf.get(`${row.theme}\t${key}`) ?? 0)
		})),
		silent: packs.themes
			.filter((theme) => theme.taxonomy === taxonomy && !rows.some((row) => row.theme === theme.id))
			.map(({ id }) => id)
	};
}
