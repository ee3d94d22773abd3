import type { Insertable, Selectable } from 'kysely';
import type { Store } from './connect.ts';
import type { ApiKeyTable } from './schema.ts';

export type ApiKeyRow = Selectable<ApiKeyTable>;

export async function insertApiKey(
	{ db }: Pick<Store, 'db'>,
	row: Omit<Insertable<ApiKeyTable>, 'id' | 'usedAt' | 'revokedAt'>
): Promise<void> {
	await db
		.insertInto('apiKey')
		.values({ ...row, usedAt: null, revokedAt: null })
		.execute();
}

/** Newest first, revoked ones too. */
export async function listApiKeyRows({ db }: Pick<Store, 'db'>): Promise<readonly ApiKeyRow[]> {
	return db.selectFrom('apiKey').selectAll().orderBy('id', 'desc').execute();
}

export async function findApiKey({ db }: Pick<Store, 'db'>, prefix: string): Promise<ApiKeyRow | undefined> {
	return db.selectFrom('apiKey').selectAll().where('prefix', '=', prefix).executeTakeFirst();
}

export async function markUsed({ db }: Pick<Store, 'db'>, id: number, at: string): Promise<void> {
	await db.updateTable('apiKey').set({ usedAt: at }).where('id', '=', id).execute();
}

/** False: there is no such key, or it was revoked before. */
export async function markRevoked({ db }: Pick<Store, 'db'>, prefix: string, at: string): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('apiKey')
		.set({ revokedAt: at })
		.where('prefix', '=', prefix)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
