import {
	emptyFilter,
	listFields,
	type Exclusions,
	type Filter,
	type ListField
} from '#core/domain/filter.ts';
import { fieldLabel, isLabelled, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { filterParams, withFilter, writeFilter } from '#lib/url/filter-params.ts';
import { withView, writeView, type View } from '#lib/url/view-params.ts';

/** A field of the filter with a menu of its values. */
export type FacetField = Exclude<keyof Filter, 'period' | 'text' | 'not'>;

export interface FacetOption {
	readonly value: string;
	readonly label: string;
	/** Feedback with this value under the rest of the filter; left out where it was not counted. */
	readonly count?: number;
}
export interface Facet {
	readonly field: FacetField;
	readonly options: readonly FacetOption[];
}
/** A restriction in force, and the link without it. */
export interface Pill {
	readonly name: string;
	readonly value: string;
	readonly href: string;
}

/** Fields that take one value: radio buttons instead of boxes. */
export function isSingle(field: FacetField): field is 'complaint' | 'origin' {
	return field === 'complaint' || field === 'origin';
}

export function chosenValues(filter: Filter, field: FacetField): readonly string[] {
	const value = filter[field];
	return typeof value === 'string' ? [value] : (value ?? []);
}

/** Can values of the field be left out? */
export function isListField(field: FacetField): field is ListField {
	return (listFields as readonly string[]).includes(field);
}

export function leftOutValues(filter: Filter, field: FacetField): readonly string[] {
	return isListField(field) ? (filter.not[field] ?? []) : [];
}

/** The menu's options and those chosen values that the data no longer has: else a form would lose them silently. */
export function optionsOf({ field, options }: Facet, filter: Filter): readonly FacetOption[] {
	const asked = [...chosenValues(filter, field), ...leftOutValues(filter, field)];
	const absent = asked.filter((value) => options.every((option) => option.value !== value));
	return [...options, ...absent.map((value) => ({ value, label: valueLabel(field, value) }))];
}

function valueLabel(field: FacetField, value: string, facets: readonly Facet[] = []): string {
	const menu = field === 'allThemes' ? 'theme' : field;
	const options = facets.find((facet) => facet.field === menu)?.options ?? [];
	const named = options.find((option) => option.value === value)?.label;
	if (named !== undefined) return named;
	if (field === 'worst') return labelOf('severity', value);
	if (isLabelled(field)) return labelOf(field, value);
	return value === 'none' ? m.not_stated() : value;
}

/** Every restriction but the period, which has its own menu, in the order of the URL. */
export function pillsOf(
	filter: Filter,
	facets: readonly Facet[],
	path: string,
	view: Partial<View>
): readonly Pill[] {
	const link = (change: Partial<Filter>) =>
		withView(withFilter(path, filter, change), { ...view, after: null });
	const asked = (Object.keys(filterParams) as (keyof typeof filterParams)[]).flatMap(
		(field): readonly Pill[] => {
			if (field === 'period') return [];
			const name = fieldLabel(field);
			if (field === 'text')
				return filter.text === '' ? [] : [{ name, value: filter.text, href: link({ text: '' }) }];
			return chosenValues(filter, field).map((value) => ({
				name,
				value: valueLabel(field, value, facets),
				href: link(
					isSingle(field) ? { [field]: null } : { [field]: filter[field].filter((one) => one !== value) }
				)
			}));
		}
	);
	const leftOut = listFields.flatMap((field) =>
		(filter.not[field] ?? []).map((value): Pill => ({
			name: m.pill_left_out({ field: fieldLabel(field) }),
			value: valueLabel(field, value, facets),
			href: link({ not: without(filter.not, field, value) })
		}))
	);
	return [...asked, ...leftOut];
}

function without(not: Exclusions, field: ListField, value: string): Exclusions {
	const { [field]: values = [], ...others } = not;
	const kept = values.filter((one) => one !== value);
	return kept.length > 0 ? { ...others, [field]: kept } : others;
}

/** What a form must carry unseen so that sending it changes only what it shows. */
export function hiddenFields(
	filter: Filter,
	shown: readonly (keyof Filter)[],
	view: Partial<View>
): readonly (readonly [name: string, value: string])[] {
	const emptied = Object.fromEntries(shown.map((field) => [field, emptyFilter[field]]));
	const not = Object.fromEntries(
		Object.entries(filter.not).filter(([field]) => !(shown as readonly string[]).includes(field))
	);
	return [...writeFilter({ ...filter, ...emptied, not }), ...writeView({ ...view, after: null })];
}
