import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { dayIn, periodOf, type Period } from '#core/domain/period.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Source } from '../storage/question-schema.ts';
import { findTexts } from '../storage/search-match.ts';
import { countByDay, type DayCount } from '../facts/questions/count-by-day.ts';
import { extentOf, type DataExtent } from '../facts/questions/data-extent.ts';
import { lastImportAt } from '../storage/imports.ts';
import type { Deps } from './deps.ts';

/** What every page shows around its answer: what data there is, and which part of it is looked at. */
export interface ViewContext {
	/** Simulated and imported feedback are shown apart unless the user asks for both. */
	readonly origin: 'imported' | 'simulated' | 'all';
	readonly counts: Readonly<Record<Origin, number>>;
	/** Of the shown origin, whole time. */
	readonly extent: DataExtent;
	/** Today in the tenant's time zone. */
	readonly today: string;
	/** The latest month that is over and has feedback, else the first that has any; null without dated feedback. */
	readonly latestMonth: Period | null;
	/** IANA name: days and times of every page are the tenant's. */
	readonly timeZone: string;
	/** When the newest import that is done ended; null before the first. */
	readonly lastImportAt: string | null;
}

/** Resolves the filter's origin (imported where there is any) and looks at what data there is. */
export async function openView(
	deps: Deps,
	actor: Actor,
	filter: Filter
): Promise<{ source: Source & { version: number }; filter: Filter; context: ViewContext }> {
	const source = await withWords(deps, await deps.facts.upToDate(actor.scope), filter);
	const days = await countByDay(source);
	const countOf = (one: Origin) => extentOf(days.filter((row) => row.origin === one)).feedback;
	const counts = { imported: countOf('imported'), simulated: countOf('simulated') };
	const origin = filter.origin ?? (counts.imported > 0 || counts.simulated === 0 ? 'imported' : 'simulated');
	const shown = days.filter((row) => origin === 'all' || row.origin === origin);
	const extent = extentOf(shown);
	const today = dayIn(deps.timeZone, deps.now());
	return {
		source,
		filter: { ...filter, origin },
		context: {
			origin,
			counts,
			extent,
			today,
			latestMonth: latestMonth(shown, extent, today),
			timeZone: deps.timeZone,
			lastImportAt: await lastImportAt(deps.store)
		}
	};
}

/** The store looks for the filter's words, once for all questions of a page. */
async function withWords<Facts extends Source>(
	{ store }: Deps,
	facts: Facts,
	{ text }: Filter
): Promise<Facts> {
	return text === '' ? facts : { ...facts, found: { text, texts: await findTexts(store, text) } };
}

/** Days to come are typing errors: they must not lead to a month in which nothing happened yet. */
function latestMonth(
	days: readonly DayCount[],
	{ firstOn, lastOn }: DataExtent,
	today: string
): Period | null {
	if (firstOn === null || lastOn === null) return null;
	const monthOf = (day: string) => periodOf(day.slice(0, 7));
	const thisMonth = monthOf(today);
	if (lastOn < thisMonth.from) return monthOf(lastOn);
	if (firstOn >= thisMonth.from) return monthOf(firstOn);
	const over = extentOf(days.filter(({ day }) => day !== null && day < thisMonth.from));
	return monthOf(over.lastOn ?? firstOn);
}
