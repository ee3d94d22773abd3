/** A page with its filters under a name. It is a link and nothing else: the URL stays the only state of a view. */
export interface SavedView {
	readonly id: number;
	readonly name: string;
	readonly path: string;
	/** Without “?”; may be empty. */
	readonly query: string;
	/** Everybody sees it listed; else its owner alone. */
	readonly isShared: boolean;
	/** The owner's navigation leads there. */
	readonly isDefault: boolean;
	readonly ownerId: string;
}

/** Pages with filters, which can be saved under a name. */
export const savablePaths = [
	'/',
	'/feedback',
	'/explore',
	'/agents',
	'/channels',
	'/reasons',
	'/themes',
	'/teams',
	'/signals'
] as const;

export function hrefOfView({ path, query }: Pick<SavedView, 'path' | 'query'>): string {
	return query === '' ? path : `${path}?${query}`;
}
