import { SqliteAdapter, sql, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';

	await db.schema.alterTable('feedback').addColumn('template_id', idType).execute();
	await sql`update feedback set template_id = id`.execute(db);
	await db.schema.createIndex('feedback_by_template').on('feedback').column('template_id').execute();

	await db.schema
		.createTable('template_band')
		.addColumn('band', 'text', (column) => column.notNull())
		.addColumn('feedback_id', idType, (column) => column.notNull().references('feedback.id'))
		.addPrimaryKeyConstraint('template_band_once', ['band', 'feedback_id'])
		.execute();
	await db.schema
		.createIndex('template_band_by_feedback')
		.on('template_band')
		.column('feedback_id')
		.execute();
}
