import { SqliteAdapter, type ColumnDefinitionBuilder, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';
	const id = (column: ColumnDefinitionBuilder) =>
		isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity();
	await addPeople(db, { idType, id });
	await addJudgements(db, { idType, id });
	await addViews(db, { idType, id });
}

interface Types {
	readonly idType: 'integer' | 'bigint';
	readonly id: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}
const required = (column: ColumnDefinitionBuilder) => column.notNull();

async function addPeople(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('person')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', required)
		.addColumn('name_zh', 'text')
		.addColumn('role', 'text', required)
		.addColumn('scope', 'text')
		.addColumn('email', 'text')
		.addColumn('is_active', 'integer', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema
		.createTable('audit')
		.addColumn('id', idType, id)
		.addColumn('at', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('actor_name', 'text', required)
		.addColumn('action', 'text', required)
		.addColumn('object_kind', 'text', required)
		.addColumn('object_id', 'text', required)
		.addColumn('details', 'text', required)
		.execute();
	await db.schema.createIndex('audit_object').on('audit').columns(['object_kind', 'object_id']).execute();
	await db.schema.createIndex('audit_actor').on('audit').column('actor_id').execute();
}

async function addJudgements(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('note')
		.addColumn('id', idType, id)
		.addColumn('object_kind', 'text', required)
		.addColumn('object_id', 'text', required)
		.addColumn('feedback_id', idType, (column) => column.references('feedback.id').onDelete('cascade'))
		.addColumn('text', 'text', required)
		.addColumn('author_id', 'text', required)
		.addColumn('author_name', 'text', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema.createIndex('note_object').on('note').columns(['object_kind', 'object_id']).execute();
	await db.schema.createIndex('note_feedback').on('note').column('feedback_id').execute();
	await db.schema
		.createTable('review')
		.addColumn('id', idType, id)
		.addColumn('feedback_id', idType, (column) =>
			column.notNull().references('feedback.id').onDelete('cascade')
		)
		.addColumn('theme', 'text', required)
		.addColumn('decision', 'text', required)
		.addColumn('polarity', 'text')
		.addColumn('comment', 'text')
		.addColumn('pack_version', 'text', required)
		.addColumn('reviewer_id', 'text', required)
		.addColumn('reviewer_name', 'text', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema.createIndex('review_feedback').on('review').columns(['feedback_id', 'theme']).execute();
	await db.schema.createIndex('review_theme').on('review').columns(['theme', 'created_at']).execute();
}

async function addViews(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('annotation')
		.addColumn('id', idType, id)
		.addColumn('kind', 'text', required)
		.addColumn('title', 'text')
		.addColumn('title_zh', 'text')
		.addColumn('from_on', 'text', required)
		.addColumn('to_on', 'text', required)
		.addColumn('agency_id', 'text')
		.addColumn('team_id', 'text')
		.addColumn('channel', 'text')
		.addColumn('source', 'text')
		.addColumn('is_simulated', 'integer', required)
		.addColumn('created_by', 'text', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema.createIndex('annotation_from').on('annotation').column('from_on').execute();
	await db.schema
		.createTable('saved_view')
		.addColumn('id', idType, id)
		.addColumn('name', 'text', required)
		.addColumn('path', 'text', required)
		.addColumn('query', 'text', required)
		.addColumn('is_shared', 'integer', required)
		.addColumn('is_default', 'integer', required)
		.addColumn('owner_id', 'text', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema.createIndex('saved_view_owner').on('saved_view').columns(['owner_id', 'path']).execute();
}
