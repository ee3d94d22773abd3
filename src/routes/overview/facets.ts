import { channels, sources, stages, languages, kinds, type Locale } from '#core/domain/vocabulary.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import { labelOf } from '#lib/i18n/labels.ts';
import type { Facet } from '#lib/ui/facets.ts';
import type { Names } from '#server/app/names.ts';
import { createNamer } from '../shell.ts';

interface Offered {
	readonly names: Names;
	/** Values of the open lists that occur. */
	readonly values: { readonly product: readonly string[]; readonly region: readonly string[] };
	readonly locale: Locale;
}
type Field =
	'agency' | 'team' | 'channel' | 'stage' | 'product' | 'source' | 'kind' | 'region' | 'language' | 'theme';

/** Menus of a filter bar that offers everything there is, without counts. */
export function offerFacets({ names, values, locale }: Offered, fields: readonly Field[]): readonly Facet[] {
	const nameOf = createNamer(names, locale);
	const closed = { channel: channels, stage: stages, source: sources, kind: kinds, language: languages };
	const ids: Readonly<Record<Field, readonly string[]>> = {
		...closed,
		...values,
		agency: names.agencies.map(({ id }) => id),
		team: names.teams.map(({ id }) => id),
		theme: names.themes.filter(({ taxonomy }) => taxonomy === 'conduct').map(({ id }) => id)
	};
	const label = (field: Field, id: string) => {
		if (field === 'agency' || field === 'team' || field === 'theme') return nameOf(field, id);
		if (field === 'product' || field === 'region') return formatStated(id === 'none' ? null : id, locale);
		return labelOf(field, id);
	};
	return fields
		.map((field) => ({
			field,
			options: ids[field].map((value) => ({ value, label: label(field, value) }))
		}))
		.filter(({ options }) => options.length > 1);
}
