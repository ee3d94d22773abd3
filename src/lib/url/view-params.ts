import { grains, type Grain } from '#core/domain/period.ts';

export const pageSizes = [25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

/** How a filtered view is shown: which part of a list, in what order, in what steps of time. */
export interface View {
	/** Null: as fits the period. */
	readonly grain: Grain | null;
	/** Null: the page's own order. */
	readonly sort: string | null;
	/** Opaque place in a list (keyset paging): the page starts after it. */
	readonly after: string | null;
	readonly size: PageSize;
	/** Names of the columns of a list, in their order; null: as the page has them. */
	readonly columns: readonly string[] | null;
	/** Parameters that only the page knows, which every link of it keeps. */
	readonly own: readonly (readonly [name: string, value: string])[];
}

export const defaultView: View = { grain: null, sort: null, after: null, size: 50, columns: null, own: [] };

const names = {
	grain: 'grain',
	sort: 'sort',
	after: 'after',
	size: 'size',
	columns: 'columns'
} as const satisfies Record<Exclude<keyof View, 'own'>, string>;
export const viewParamNames: readonly string[] = Object.values(names);

const longestCursor = 200;

/** Tolerant as the filter is: what is not legal falls back to its default. `sorts`, `columns`: what the page offers. */
export function parseView(
	search: URLSearchParams,
	sorts: readonly string[] = [],
	columns: readonly string[] = []
): View {
	const after = search.get(names.after) ?? '';
	const chosen = search.getAll(names.columns).flatMap((value) => value.split(','));
	const size = Number(search.get(names.size));
	return {
		grain: grains.find((grain) => grain === search.get(names.grain)) ?? defaultView.grain,
		sort: sorts.find((sort) => sort === search.get(names.sort)) ?? defaultView.sort,
		after: after !== '' && after.length <= longestCursor ? after : defaultView.after,
		size: pageSizes.find((one) => one === size) ?? defaultView.size,
		columns: search.has(names.columns)
			? columns.filter((column) => chosen.includes(column))
			: defaultView.columns,
		own: defaultView.own
	};
}

/** Only what differs from the default, in the order of the table. */
export function writeView(view: Partial<View>): URLSearchParams {
	const search = new URLSearchParams();
	for (const key of Object.keys(names) as (keyof typeof names)[]) {
		const value = view[key];
		if (value !== undefined && value !== defaultView[key]) search.set(names[key], String(value));
	}
	for (const [name, value] of view.own ?? []) search.append(name, value);
	return search;
}

/** Adds view parameters to a link that already carries its filter. */
export function withView(href: string, view: Partial<View>): string {
	const search = writeView(view).toString();
	if (search === '') return href;
	return `${href}${href.includes('?') ? '&' : '?'}${search}`;
}
