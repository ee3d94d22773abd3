import type { Filter } from '#core/domain/filter.ts';
import { addMonths, isComplete, lengthOf, periodKeys, type Grain, type Period } from '#core/domain/period.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { countByPeriod } from '../facts/questions/count-by-period.ts';
import { themeByPeriod } from '../facts/questions/theme-by-period.ts';
import type { Source } from '../storage/question-schema.ts';

const monthsShown = 24;

/** What a trend shows around a period: the two years up to its end, or the period itself when that is longer. */
export function trendPeriod(period: Period, firstOn: string | null): Period {
	const from = addMonths(period.to, -monthsShown);
	const wide = period.from < from ? period : { from, to: period.to };
	const start = firstOn === null ? wide.from : addMonths(firstOn, 0);
	return start > wide.from && start < wide.to ? { from: start, to: wide.to } : wide;
}

const mostPointsByDay = 92;

/** The grains in which a period can be drawn readably; the first that is asked for, else months. */
export function fittingGrain(wanted: Grain | null, period: Period): Grain {
	if (wanted === 'day' && lengthOf(period) > mostPointsByDay) return 'month';
	return wanted ?? 'month';
}

export interface TrendRow {
	readonly themes: readonly string[];
	readonly total: number;
	/** In the order of the periods. */
	readonly counts: readonly number[];
}
export interface ThemeTrend {
	readonly periods: readonly { readonly key: string; readonly isComplete: boolean }[];
	/** Themes by themselves, most first. */
	readonly rows: readonly TrendRow[];
	/** Feedback with any of the remaining themes, each counted once; null when none remain. */
	readonly others: TrendRow | null;
}

/** As many as can be told apart in a stack; with more themes, one place is kept for the others. */
const mostRows = 6;

/** Feedback per theme and period: a feedback counts once in each of its themes. */
export async function themeTrend(
	source: Source,
	filter: Filter,
	{ taxonomy, period, grain, today }: { taxonomy: Taxonomy; period: Period; grain: Grain; today: string }
): Promise<ThemeTrend> {
	const keys = periodKeys(period, grain);
	const at = new Map(keys.map((key, index) => [key, index]));
	const place = (into: number[], key: string, count: number) => {
		into[at.get(key) as number] = count;
	};
	const counts = new Map<string, number[]>();
	for (const row of await themeByPeriod(source, { ...filter, period }, taxonomy, grain)) {
		const series = counts.get(row.theme) ?? keys.map(() => 0);
		place(series, row.period, row.count);
		counts.set(row.theme, series);
	}
	const rows = [...counts]
		.map(([theme, series]) => ({ themes: [theme], total: sum(series), counts: series }))
		.sort((a, b) => b.total - a.total || ((a.themes[0] ?? '') < (b.themes[0] ?? '') ? -1 : 1));
	const shown = rows.length > mostRows ? rows.slice(0, mostRows - 1) : rows;
	const rest = rows.slice(shown.length).flatMap(({ themes }) => themes);
	return {
		periods: keys.map((key) => ({ key, isComplete: isComplete(key, period, today) })),
		rows: shown,
		others: rest.length > 0 ? await countOthers() : null
	};

	async function countOthers(): Promise<TrendRow> {
		const series = keys.map(() => 0);
		for (const row of await countByPeriod(source, { ...filter, period, theme: rest }, grain))
			place(series, row.period, row.count);
		return { themes: rest, total: sum(series), counts: series };
	}
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, count) => total + count, 0);
}
