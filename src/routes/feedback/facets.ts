import type { Dimension, Filter } from '#core/domain/filter.ts';
import { taxonomies, type Locale } from '#core/domain/vocabulary.ts';
import { isLabelled, labelOf } from '#lib/i18n/labels.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import type { Facet, FacetOption } from '#lib/ui/facets.ts';
import type { Names } from '#server/app/names.ts';
import { createNamer } from '../shell.ts';

interface Counted {
	readonly names: Names;
	readonly themes: readonly { readonly theme: string; readonly count: number }[];
	readonly facets: Partial<Record<Dimension, readonly { readonly value: string; readonly count: number }[]>>;
}

const shown = [
	'kind',
	'channel',
	'source',
	'agency',
	'team',
	'agent',
	'stage',
	'product',
	'region',
	'language',
	'rating',
	'urgency',
	'attribution'
] as const satisfies readonly Exclude<Dimension, 'import' | 'template' | 'worst'>[];

/** Menus of the list, each value with how much feedback it has under the rest of the filter. */
export function countedFacets(
	{ names, themes, facets }: Counted,
	filter: Filter,
	locale: Locale
): readonly Facet[] {
	const nameOf = createNamer(names, locale);
	const label = (field: (typeof shown)[number], value: string) => {
		if (field === 'agency' || field === 'team' || field === 'agent')
			return value === 'none' ? formatStated(null, locale) : nameOf(field, value);
		return isLabelled(field) ? labelOf(field, value) : formatStated(value === 'none' ? null : value, locale);
	};
	const taxonomyOf = new Map(names.themes.map(({ id, taxonomy }) => [id, taxonomy]));
	const byTaxonomy = taxonomies.flatMap((taxonomy) =>
		themes.filter(({ theme }) => taxonomyOf.get(theme) === taxonomy)
	);
	const themeFacet: Facet = {
		field: 'theme',
		options: byTaxonomy.map(({ theme, count }) => ({ value: theme, label: nameOf('theme', theme), count }))
	};
	const rest = shown.map((field): Facet => ({
		field,
		options: (facets[field] ?? []).map(({ value, count }): FacetOption => ({
			value,
			label: label(field, value),
			count
		}))
	}));
	const complaint: Facet = {
		field: 'complaint',
		options: (['yes', 'no'] as const).map((value) => ({ value, label: labelOf('complaint', value) }))
	};
	return [themeFacet, complaint, ...rest].filter(
		({ field, options }) => options.length > 1 || (filter[field]?.length ?? 0) > 0 || field in filter.not
	);
}
