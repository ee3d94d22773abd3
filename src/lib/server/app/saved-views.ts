import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { savablePaths, type SavedView } from '#core/domain/saved-view.ts';
import { deleteSavedView, findSavedView, listSavedViews, putSavedView } from '../storage/saved-views.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { listPeople } from '../storage/people.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const longestName = 60;
const longestQuery = 2000;
/** Where in a list, and where a page was come from: no part of a view. */
const passing = ['after', 'from'];

export interface ListedView extends SavedView {
	readonly ownerName: string;
	/** The asker's own. */
	readonly isOwn: boolean;
	readonly isRemovable: boolean;
}

/** The actor's own views and the shared ones, by name. */
export const savedViews = verb(
	'read',
	async ({ store }: Deps, actor: Actor, _input: void): Promise<readonly ListedView[]> => {
		const [views, people] = await Promise.all([listSavedViews(store, actor.id), listPeople(store)]);
		const nameOf = new Map(people.map(({ id, name }) => [id, name]));
		return views.map((view) => ({
			...view,
			ownerName: nameOf.get(view.ownerId) ?? view.ownerId,
			isOwn: view.ownerId === actor.id,
			isRemovable: mayRemove(actor, view)
		}));
	}
);

export interface ViewInput {
	readonly name: string;
	/** Path with query. */
	readonly href: string;
	readonly isShared: boolean;
	readonly isDefault: boolean;
}

/** The same name on the same page is the same view: it is replaced. Throws `bad-input` for a name or a page that is none. */
export const saveView = verb(
	'read',
	async ({ store, now }: Deps, actor: Actor, { name, href, ...input }: ViewInput): Promise<number> => {
		const wanted = name.trim();
		if (wanted === '' || wanted.length > longestName)
			throw new EarshotError('bad-input', `A view needs a name of at most ${longestName} characters.`);
		const place = placeOf(href);
		if (!place)
			throw new EarshotError('bad-input', 'This page cannot be saved as a view: pages with filters can.');
		return inWrite(store, (trx) =>
			putSavedView(
				{ ...store, db: trx },
				{ ...input, ...place, name: wanted, ownerId: actor.id },
				now().toISOString()
			)
		);
	},
	({ isShared }, id) => ({ action: 'add', kind: 'view', id: String(id), details: { is_shared: isShared } })
);

function placeOf(href: string): Pick<SavedView, 'path' | 'query'> | null {
	const base = 'http://earshot.invalid';
	if (!href.startsWith('/') || !URL.canParse(href, base)) return null;
	const { pathname, searchParams, origin } = new URL(href, base);
	for (const name of passing) searchParams.delete(name);
	const path = savablePaths.find((one) => one === pathname);
	const query = searchParams.toString();
	return origin === base && path !== undefined && query.length <= longestQuery ? { path, query } : null;
}

/** Throws `not-found`; `forbidden` for a view of somebody else, administrators excepted. */
export const removeView = verb(
	'read',
	async ({ store }: Deps, actor: Actor, id: number): Promise<void> => {
		const view = await findSavedView(store, id);
		if (!view) throw new EarshotError('not-found', 'There is no such view any more.');
		if (!mayRemove(actor, view))
			throw new EarshotError('forbidden', 'Only its owner or an administrator may remove a view.');
		await deleteSavedView(store, id);
	},
	(id) => ({ action: 'remove', kind: 'view', id: String(id) })
);

function mayRemove(actor: Actor, { ownerId }: Pick<SavedView, 'ownerId'>): boolean {
	return ownerId === actor.id || actor.role === 'administrator';
}
