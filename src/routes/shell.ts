import { feedbackHref } from '#lib/url/filter-params.ts';
import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import type { Names } from '#server/app/names.ts';

/** Link to exactly the feedback that a view's filter and a mark's patch hold together. */
export function hrefWithin(filter: Filter, patch: Partial<Filter>): string {
	return feedbackHref(narrow(filter, patch));
}

/** The name behind an id of the organisation or of a theme; the id itself where it is not known (any more). */
export function createNamer({ agencies, teams, agents, themes }: Names, locale: Locale) {
	const unit = (units: readonly { id: string; name: string; nameZh: string | null }[]) =>
		new Map(units.map(({ id, name, nameZh }) => [id, locale === 'zh-CN' ? (nameZh ?? name) : name]));
	const known = {
		agency: unit(agencies),
		team: unit(teams),
		agent: unit(agents),
		theme: new Map(themes.map(({ id, name }) => [id, inLocale(name, locale)]))
	};
	return (field: keyof typeof known, id: string) => known[field].get(id) ?? id;
}
export type Namer = ReturnType<typeof createNamer>;
