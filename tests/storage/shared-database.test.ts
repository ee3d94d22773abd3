import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { storeOver } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';

it('a database of PostgreSQL is shared with another program whose tables have a schema of their own', async () => {
	const pglite = await PGlite.create();
	await pglite.exec(`create schema other;
		create table other.kysely_migration (name text primary key, timestamp text);
		create table other.kysely_migration_lock (id text primary key, is_locked integer);`);
	const store = storeOver(new PGliteDialect({ pglite }), 'postgres');
	await migrate(store);
	await migrate(store);
	expect(await store.db.selectFrom('feedback').selectAll().execute()).toEqual([]);
	expect((await pglite.query('select * from other.kysely_migration')).rows).toEqual([]);
	await store.close();
});
