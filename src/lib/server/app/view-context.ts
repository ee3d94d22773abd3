import type { Actor } from '#core/domain/actor.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { dayIn, periodOf, type Period } from '#core/domain/period.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Source } from '../storage/question-schema.ts';
import { findTexts } from '../storage/search-match.ts';
import { countByOrigin } from '../facts/questions/count-by-origin.ts';
import { dataExtent, type DataExtent } from '../facts/questions/data-extent.ts';
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
	const counts = await countByOrigin(source);
	const origin = filter.origin ?? (counts.imported > 0 || counts.simulated === 0 ? 'imported' : 'simulated');
	const extent = await dataExtent(source, { ...emptyFilter, origin });
	const today = dayIn(deps.timeZone, deps.now());
	return {
		source,
		filter: { ...filter, origin },
		context: {
			origin,
			counts,
			extent,
			today,
			latestMonth: await latestMonth(source, origin, extent, today),
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
async function latestMonth(
	source: Source,
	origin: ViewContext['origin'],
	{ firstOn, lastOn }: DataExtent,
	today: string
): Promise<Period | null> {
	if (firstOn === null || lastOn === null) return null;
	const monthOf = (day: string) => periodOf(day.slice(0, 7));
	const thisMonth = monthOf(today);
	if (lastOn < thisMonth.from) return monthOf(lastOn);
	if (firstOn >= thisMonth.from) return monthOf(firstOn);
	const over = await dataExtent(source, {
		...emptyFilter,
		origin,
		period: { from: firstOn, to: thisMonth.from }
	});
	return monthOf(over.lastOn ?? firstOn);
}
