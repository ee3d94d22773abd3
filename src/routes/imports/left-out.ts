/** Names the columns that an upload left out, once, on the page of its import: they are kept nowhere. */
export const leftOutParam = 'left-out';

const mostShown = 20;

/** The page of an import just made. */
export function importHref(id: number, ignoredColumns: readonly string[]): string {
	const search = new URLSearchParams(
		ignoredColumns.slice(0, mostShown).map((name) => [leftOutParam, name.slice(0, 60)])
	);
	return search.size === 0 ? `/imports/${id}` : `/imports/${id}?${search}`;
}
