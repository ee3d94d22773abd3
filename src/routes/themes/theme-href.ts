import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { withFilter } from '#lib/url/filter-params.ts';

/** The page of one theme, under the same filter where one goes along; which themes a list shows is no part of it. */
export function themeHref(id: string, filter: Filter = emptyFilter): string {
	const { theme: _, taxonomy: __, ...not } = filter.not;
	return withFilter(`/themes/${encodeURIComponent(id)}`, {
		...filter,
		theme: [],
		taxonomy: [],
		text: '',
		not
	});
}

/** All themes, under the same filter. */
export function themesHref(filter: Filter): string {
	const { theme: _, taxonomy: __, ...not } = filter.not;
	return withFilter('/themes', { ...filter, theme: [], taxonomy: [], text: '', not });
}
