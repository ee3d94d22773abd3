import { SqliteAdapter, type ColumnDefinitionBuilder, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';
	const id = (column: ColumnDefinitionBuilder) =>
		isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity();
	const required = (column: ColumnDefinitionBuilder) => column.notNull();
	await db.schema
		.createTable('signal')
		.addColumn('id', idType, id)
		.addColumn('origin', 'text', required)
		.addColumn('kind', 'text', required)
		.addColumn('cause_key', 'text', required)
		.addColumn('episode', 'integer', required)
		.addColumn('unit', 'text', required)
		.addColumn('unit_id', 'text', required)
		.addColumn('theme', 'text')
		.addColumn('agency_id', 'text')
		.addColumn('team_id', 'text')
		.addColumn('period_from', 'text', required)
		.addColumn('period_to', 'text', required)
		.addColumn('evidence', 'text', required)
		.addColumn('figures', 'text', required)
		.addColumn('comparisons', 'integer', required)
		.addColumn('false_alarms', 'double precision', required)
		.addColumn('state', 'text', required)
		.addColumn('reason', 'text')
		.addColumn('first_seen_at', 'text', required)
		.addColumn('last_seen_at', 'text', required)
		.addColumn('seen_as_of', 'text', required)
		.addUniqueConstraint('signal_cause', ['origin', 'cause_key', 'episode'])
		.execute();
	await db.schema.createIndex('signal_state').on('signal').columns(['origin', 'state', 'id']).execute();
	await db.schema
		.createTable('signal_event')
		.addColumn('id', idType, id)
		.addColumn('signal_id', idType, (column) => column.notNull().references('signal.id'))
		.addColumn('kind', 'text', required)
		.addColumn('at', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('actor_name', 'text', required)
		.addColumn('reason', 'text')
		.addColumn('note', 'text', required)
		.addColumn('figures', 'text')
		.execute();
	await db.schema.createIndex('signal_event_signal').on('signal_event').column('signal_id').execute();
	await db.schema
		.createTable('signal_baseline')
		.addColumn('id', idType, id)
		.addColumn('origin', 'text', required)
		.addColumn('from_on', 'text', required)
		.addColumn('to_on', 'text', required)
		.addColumn('set_at', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('actor_name', 'text', required)
		.addColumn('reason', 'text', required)
		.execute();
	await db.schema
		.createTable('signal_scan')
		.addColumn('id', idType, id)
		.addColumn('origin', 'text', required)
		.addColumn('at', 'text', required)
		.addColumn('as_of', 'text', required)
		.addColumn('change_seq', idType, required)
		.addColumn('looked', 'text', required)
		.addColumn('context', 'text', required)
		.addColumn('duration_ms', 'integer', required)
		.execute();
}
