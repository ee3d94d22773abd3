import { SqliteAdapter, sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';
	const id = (column: ColumnDefinitionBuilder) =>
		isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity();
	const required = (column: ColumnDefinitionBuilder) => column.notNull();

	await db.schema
		.createTable('setting')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('value', 'text', required)
		.execute();

	await db.schema
		.createTable('agency')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', required)
		.addColumn('name_zh', 'text')
		.addColumn('in_house', 'integer', required)
		.addColumn('origin', 'text', required)
		.execute();

	await db.schema
		.createTable('team')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('agency_id', 'text', (column) => column.notNull().references('agency.id'))
		.addColumn('name', 'text', required)
		.addColumn('name_zh', 'text')
		.addColumn('region', 'text')
		.addColumn('origin', 'text', required)
		.execute();

	await db.schema
		.createTable('agent')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('name', 'text', required)
		.addColumn('name_zh', 'text')
		.addColumn('origin', 'text', required)
		.execute();

	await db.schema
		.createTable('membership')
		.addColumn('id', idType, id)
		.addColumn('agent_id', 'text', (column) => column.notNull().references('agent.id'))
		.addColumn('team_id', 'text', (column) => column.notNull().references('team.id'))
		.addColumn('from_on', 'text', required)
		.addColumn('to_on', 'text')
		.addUniqueConstraint('membership_once', ['agent_id', 'team_id', 'from_on'])
		.execute();

	await db.schema
		.createTable('borrower')
		.addColumn('id', idType, id)
		.addColumn('pseudonym', 'text', (column) => column.notNull().unique())
		.execute();

	await db.schema
		.createTable('import')
		.addColumn('id', idType, id)
		.addColumn('importer', 'text', required)
		.addColumn('file_name', 'text', required)
		.addColumn('file_hash', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('origin', 'text', required)
		.addColumn('status', 'text', required)
		.addColumn('started_at', 'text', required)
		.addColumn('finished_at', 'text')
		.addColumn('read_count', 'integer', required)
		.addColumn('stored_count', 'integer', required)
		.addColumn('updated_count', 'integer', required)
		.addColumn('unchanged_count', 'integer', required)
		.addColumn('issue_count', 'integer', required)
		.addColumn('failure', 'text')
		.execute();

	await db.schema
		.createTable('import_issue')
		.addColumn('id', idType, id)
		.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
		.addColumn('line', 'integer', required)
		.addColumn('column_name', 'text')
		.addColumn('code', 'text', required)
		.addColumn('message', 'text', required)
		.addColumn('value', 'text')
		.execute();

	await db.schema
		.createTable('feedback')
		.addColumn('id', idType, id)
		.addColumn('source_system', 'text', required)
		.addColumn('identity', 'text', required)
		.addColumn('external_id', 'text')
		.addColumn('content_hash', 'text', required)
		.addColumn('kind', 'text', required)
		.addColumn('received_on', 'text')
		.addColumn('event_on', 'text')
		.addColumn('recorded_at', 'text', required)
		.addColumn('channel', 'text')
		.addColumn('source', 'text', required)
		.addColumn('product', 'text')
		.addColumn('stage', 'text')
		.addColumn('region', 'text')
		.addColumn('language', 'text', required)
		.addColumn('rating', 'double precision')
		.addColumn('text', 'text', required)
		.addColumn('agency_id', 'text', (column) => column.references('agency.id'))
		.addColumn('team_id', 'text', (column) => column.references('team.id'))
		.addColumn('agent_id', 'text', (column) => column.references('agent.id'))
		.addColumn('attribution', 'text', required)
		.addColumn('borrower_id', idType, (column) => column.references('borrower.id'))
		.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
		.addColumn('origin', 'text', required)
		.addColumn('details', 'text', required)
		.addColumn('is_complaint', 'integer', required)
		.addColumn('severity', 'integer', required)
		.addColumn('urgency', 'text', required)
		.addColumn('pack_version', 'text', required)
		.addUniqueConstraint('feedback_identity', ['source_system', 'identity'])
		.execute();

	await db.schema
		.createTable('tag')
		.addColumn('id', idType, id)
		.addColumn('feedback_id', idType, (column) => column.notNull().references('feedback.id'))
		.addColumn('theme', 'text', required)
		.addColumn('taxonomy', 'text', required)
		.addColumn('severity', 'integer', required)
		.addColumn('polarity', 'text', required)
		.addColumn('status', 'text', required)
		.addColumn('is_counted', 'integer', required)
		.addColumn('spans', 'text', required)
		.addColumn('pack_version', 'text', required)
		.addUniqueConstraint('tag_once', ['feedback_id', 'theme'])
		.execute();

	await db.schema
		.createTable('exposure')
		.addColumn('id', idType, id)
		.addColumn('day', 'text', required)
		.addColumn('agency_id', 'text', (column) => column.notNull().references('agency.id'))
		.addColumn('team_id', 'text', (column) => column.notNull().references('team.id'))
		.addColumn('agent_id', 'text', required)
		.addColumn('channel', 'text', required)
		.addColumn('stage', 'text', required)
		.addColumn('product', 'text', required)
		.addColumn('contacts', 'integer', required)
		.addColumn('connected', 'integer', required)
		.addColumn('accounts', 'integer', required)
		.addColumn('origin', 'text', required)
		.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
		.addUniqueConstraint('exposure_once', [
			'day',
			'team_id',
			'agent_id',
			'channel',
			'stage',
			'product',
			'origin'
		])
		.execute();

	await db.schema
		.createTable('change')
		.addColumn('seq', idType, id)
		.addColumn('entity', 'text', required)
		.addColumn('first_id', idType, required)
		.addColumn('last_id', idType, required)
		.execute();

	const indexes: readonly [string, string, readonly string[]][] = [
		['feedback_received', 'feedback', ['received_on', 'id']],
		['feedback_agent', 'feedback', ['agent_id']],
		['feedback_team', 'feedback', ['team_id']],
		['feedback_borrower', 'feedback', ['borrower_id']],
		['feedback_import', 'feedback', ['import_id']],
		['tag_theme', 'tag', ['theme', 'feedback_id']],
		['import_issue_import', 'import_issue', ['import_id']],
		['exposure_import', 'exposure', ['import_id']]
	];
	for (const [name, table, columns] of indexes)
		await db.schema
			.createIndex(name)
			.on(table)
			.columns([...columns])
			.execute();

	await sql`insert into setting (key, value) values ('time_zone', 'Asia/Shanghai')`.execute(db);
}
