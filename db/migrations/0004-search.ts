import { SqliteAdapter, sql, type Kysely } from 'kysely';

/**
 * The words of every text, prepared by Earshot, so that both databases find the same. Existing texts are written into
 * it when the store is opened. Frozen: never edited after a release, and imports nothing of the project.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	if (db.getExecutor().adapter instanceof SqliteAdapter) {
		await sql`create virtual table feedback_search using fts5(tokens, content='', contentless_delete=1, tokenize='ascii')`.execute(
			db
		);
		await sql`create trigger feedback_search_gone after delete on feedback begin delete from feedback_search where rowid = old.id; end`.execute(
			db
		);
		return;
	}
	await db.schema
		.createTable('feedback_search')
		.addColumn('feedback_id', 'bigint', (column) =>
			column.primaryKey().references('feedback.id').onDelete('cascade')
		)
		.addColumn('tokens', sql`tsvector`, (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('feedback_search_tokens')
		.on('feedback_search')
		.using('gin')
		.column('tokens')
		.execute();
}
