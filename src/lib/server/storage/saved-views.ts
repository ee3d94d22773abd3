import type { SavedView } from '#core/domain/saved-view.ts';
import type { Store } from './connect.ts';

/** A person's own and the shared ones, by name. */
export async function listSavedViews(
	{ db }: Pick<Store, 'db'>,
	personId: string
): Promise<readonly SavedView[]> {
	const rows = await db
		.selectFrom('savedView')
		.selectAll()
		.where(({ or, eb }) => or([eb('ownerId', '=', personId), eb('isShared', '=', 1)]))
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ createdAt: _, isShared, isDefault, ...row }) => ({
		...row,
		isShared: isShared === 1,
		isDefault: isDefault === 1
	}));
}

/** One of the owner's views of this name and page is replaced; one of a page is the default. */
export async function putSavedView(
	{ db }: Pick<Store, 'db'>,
	{ isShared, isDefault, ...view }: Omit<SavedView, 'id'>,
	at: string
): Promise<number> {
	const own = { path: view.path, ownerId: view.ownerId };
	await db
		.deleteFrom('savedView')
		.where('path', '=', own.path)
		.where('ownerId', '=', own.ownerId)
		.where('name', '=', view.name)
		.execute();
	if (isDefault)
		await db
			.updateTable('savedView')
			.set({ isDefault: 0 })
			.where('path', '=', own.path)
			.where('ownerId', '=', own.ownerId)
			.execute();
	const row = await db
		.insertInto('savedView')
		.values({ ...view, isShared: isShared ? 1 : 0, isDefault: isDefault ? 1 : 0, createdAt: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function findSavedView(
	{ db }: Pick<Store, 'db'>,
	id: number
): Promise<Pick<SavedView, 'name' | 'ownerId'> | undefined> {
	return db.selectFrom('savedView').select(['name', 'ownerId']).where('id', '=', id).executeTakeFirst();
}

export async function deleteSavedView({ db }: Pick<Store, 'db'>, id: number): Promise<void> {
	await db.deleteFrom('savedView').where('id', '=', id).execute();
}
