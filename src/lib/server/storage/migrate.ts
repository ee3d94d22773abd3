import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { EarshotError } from '#core/domain/errors.ts';
import * as init from '#db/migrations/0001-init.ts';
import * as templates from '#db/migrations/0002-templates.ts';
import * as ingestion from '#db/migrations/0003-ingestion.ts';
import * as search from '#db/migrations/0004-search.ts';
import * as signals from '#db/migrations/0005-signals.ts';
import * as people from '#db/migrations/0006-people.ts';
import * as reports from '#db/migrations/0007-reports.ts';
import * as urgentFirst from '#db/migrations/0008-urgent-first.ts';
import type { Store } from './connect.ts';

/** In order; bundled with the server, so that a build needs no migration files beside it. */
const migrations: Record<string, Migration> = {
	'0001-init': init,
	'0002-templates': templates,
	'0003-ingestion': ingestion,
	'0004-search': search,
	'0005-signals': signals,
	'0006-people': people,
	'0007-reports': reports,
	'0008-urgent-first': urgentFirst
};

/**
 * Brings the store's schema up to date. Throws `store-newer` when the store was migrated by a later version of
 * Earshot, and then changes nothing.
 */
export async function migrate(store: Store): Promise<void> {
	const schema = await schemaOf(store);
	const migrator = new Migrator({
		...{ db: store.db, provider: { getMigrations: async () => migrations } },
		// Else tables of that name in any schema, of another program, are taken for the store's.
		...(schema === null ? {} : { migrationTableSchema: schema })
	});
	const known = new Set(Object.keys(migrations));
	const executed = await executedMigrations(store);
	const unknown = executed.filter((name) => !known.has(name));
	if (unknown.length > 0)
		throw new EarshotError(
			'store-newer',
			`The database was made by a newer Earshot (migration ${unknown.join(', ')}). Start that version, or choose another data folder with EARSHOT_DATA.`
		);
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

/** Where PostgreSQL puts new tables; null on SQLite, which has no schemas. */
async function schemaOf({ db, engine }: Store): Promise<string | null> {
	if (engine !== 'postgres') return null;
	const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
	return rows[0]?.name ?? null;
}

async function executedMigrations({ db, engine }: Store): Promise<string[]> {
	const { rows: known } =
		engine === 'postgres'
			? await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db)
			: await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
	if (known.length === 0) return [];
	const rows = await db
		.selectFrom('kysely_migration' as never)
		.select('name' as never)
		.execute();
	return rows.map((row) => (row as { name: string }).name);
}
