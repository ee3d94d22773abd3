import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { openStore, storeOver, type Store } from '#server/storage/connect.ts';
import { migrate } from '#server/storage/migrate.ts';

/** Every database Earshot promises to run on; a real PostgreSQL server when TEST_DATABASE_URL names one. */
export const stores: Readonly<Record<string, () => Promise<Store>>> = {
	sqlite: async () => migrated(openStore({ location: ':memory:' })),
	pglite: async () => migrated(storeOver(new PGliteDialect({ pglite: await PGlite.create() }), 'postgres')),
	...(process.env.TEST_DATABASE_URL
		? { postgres: () => openSchema(process.env.TEST_DATABASE_URL ?? '') }
		: {})
};

async function migrated(store: Store): Promise<Store> {
	await migrate(store);
	return store;
}

/** A schema of its own in the server's database, dropped when the store is closed. */
async function openSchema(url: string): Promise<Store> {
	const schema = `earshot_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
	const owner = new pg.Client({ connectionString: url });
	await owner.connect();
	await owner.query(`create schema ${schema}`);
	pg.types.setTypeParser(20, Number);
	const pool = new pg.Pool({ connectionString: url, max: 4, options: `-c search_path=${schema}` });
	const store = await migrated(storeOver(new PostgresDialect({ pool }), 'postgres'));
	return {
		...store,
		close: async () => {
			await store.close();
			await owner.query(`drop schema ${schema} cascade`);
			await owner.end();
		}
	};
}
