/** What the list may show beside the text of a feedback. */
export const listColumns = [
	'urgency',
	'received',
	'kind',
	'channel',
	'team',
	'agent',
	'agency',
	'rating',
	'severity',
	'source',
	'product',
	'stage',
	'region',
	'language',
	'attribution',
	'import'
] as const;
export type ListColumn = (typeof listColumns)[number];

export const usualColumns: readonly ListColumn[] = [
	'urgency',
	'received',
	'kind',
	'channel',
	'team',
	'agent'
];

/** The columns of a view, in the order of the table. */
export function shownColumns(chosen: readonly string[] | null): readonly ListColumn[] {
	return chosen === null ? usualColumns : listColumns.filter((column) => chosen.includes(column));
}
