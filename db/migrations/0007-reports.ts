import { SqliteAdapter, type ColumnDefinitionBuilder, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';
	const id = (column: ColumnDefinitionBuilder) =>
		isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity();
	await addVersions(db, { idType, bytesType: isSqlite ? 'blob' : 'bytea', id });
	await addDeliveries(db, { idType, bytesType: isSqlite ? 'blob' : 'bytea', id });
}

interface Types {
	readonly idType: 'integer' | 'bigint';
	readonly bytesType: 'blob' | 'bytea';
	readonly id: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}
const required = (column: ColumnDefinitionBuilder) => column.notNull();

async function addVersions(db: Kysely<unknown>, { idType, bytesType, id }: Types): Promise<void> {
	const ofVersion = (column: ColumnDefinitionBuilder) => column.notNull().references('report_version.id');
	await db.schema
		.createTable('report_version')
		.addColumn('id', idType, id)
		.addColumn('month', 'text', required)
		.addColumn('origin', 'text', required)
		.addColumn('scope', 'text', required)
		.addColumn('version', 'integer', required)
		.addColumn('state', 'text', required)
		.addColumn('reason', 'text', required)
		.addColumn('locked_at', 'text', required)
		.addColumn('computed_at', 'text')
		.addColumn('signed_at', 'text')
		.addColumn('complaints', 'integer')
		.addColumn('manifest_hash', 'text')
		.addUniqueConstraint('report_version_of', ['month', 'origin', 'scope', 'version'])
		.execute();
	await db.schema
		.createTable('report_event')
		.addColumn('id', idType, id)
		.addColumn('version_id', idType, ofVersion)
		.addColumn('at', 'text', required)
		.addColumn('step', 'text', required)
		.addColumn('from_state', 'text', required)
		.addColumn('to_state', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('actor_name', 'text', required)
		.addColumn('note', 'text', required)
		.execute();
	await db.schema.createIndex('report_event_version').on('report_event').column('version_id').execute();
	await db.schema
		.createTable('report_comment')
		.addColumn('version_id', idType, ofVersion)
		.addColumn('kpi', 'text', required)
		.addColumn('text', 'text', required)
		.addColumn('author_id', 'text', required)
		.addColumn('author_name', 'text', required)
		.addColumn('written_at', 'text', required)
		.addPrimaryKeyConstraint('report_comment_key', ['version_id', 'kpi'])
		.execute();
	await db.schema
		.createTable('snapshot')
		.addColumn('version_id', idType, ofVersion)
		.addColumn('part', 'text', required)
		.addColumn('sha256', 'text', required)
		.addColumn('size', 'integer', required)
		.addColumn('gzip', bytesType, required)
		.addPrimaryKeyConstraint('snapshot_key', ['version_id', 'part'])
		.execute();
}

async function addDeliveries(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('delivery_schedule')
		.addColumn('id', idType, id)
		.addColumn('name', 'text', required)
		.addColumn('cron', 'text', required)
		.addColumn('scope', 'text', required)
		.addColumn('copy', 'text', required)
		.addColumn('language', 'text', required)
		.addColumn('formats', 'text', required)
		.addColumn('recipients', 'text', required)
		.addColumn('policy', 'text', required)
		.addColumn('sends_drafts', 'integer', required)
		.addColumn('is_active', 'integer', required)
		.addColumn('checked_at', 'text', required)
		.addColumn('created_by', 'text', required)
		.addColumn('created_at', 'text', required)
		.execute();
	await db.schema
		.createTable('delivery')
		.addColumn('id', idType, id)
		.addColumn('schedule_id', idType, (column) => column.references('delivery_schedule.id'))
		.addColumn('due_at', 'text', required)
		.addColumn('month', 'text', required)
		.addColumn('recipient', 'text', required)
		.addColumn('message_id', 'text', required)
		.addColumn('state', 'text', required)
		.addColumn('attempts', 'integer', required)
		.addColumn('may_be_twice', 'integer', required)
		.addColumn('worker', 'text')
		.addColumn('begun_at', 'text')
		.addColumn('next_try_at', 'text', required)
		.addColumn('sent_at', 'text')
		.addColumn('content', 'text', required)
		.addColumn('failure', 'text')
		.addUniqueConstraint('delivery_once', ['schedule_id', 'due_at', 'recipient'])
		.execute();
	await db.schema.createIndex('delivery_state').on('delivery').columns(['state', 'next_try_at']).execute();
}
