import { SqliteAdapter, sql, type ColumnDefinitionBuilder, type Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
	const idType = isSqlite ? 'integer' : 'bigint';
	const id = (column: ColumnDefinitionBuilder) =>
		isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity();
	await addJobColumns(db);
	await addVersions(db, { idType, id });
	await addContacts(db, { idType, id });
	await addApi(db, { idType, id });
}

interface Types {
	readonly idType: 'integer' | 'bigint';
	readonly id: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}
const required = (column: ColumnDefinitionBuilder) => column.notNull();

async function addJobColumns(db: Kysely<unknown>): Promise<void> {
	const columns = [
		['file_path', 'text'],
		['file_size', 'bigint'],
		['row_total', 'integer'],
		['progress_at', 'text'],
		['worker', 'text'],
		['rolled_back_at', 'text'],
		['rolled_back_by', 'text']
	] as const;
	for (const [name, type] of columns) await db.schema.alterTable('import').addColumn(name, type).execute();
	await db.schema
		.alterTable('import')
		.addColumn('options', 'text', (column) => column.notNull().defaultTo('{}'))
		.execute();
	await db.schema
		.alterTable('import')
		.addColumn('cancel_requested', 'integer', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema
		.createTable('mapping')
		.addColumn('signature', 'text', required)
		.addColumn('importer', 'text', required)
		.addColumn('mapping', 'text', required)
		.addColumn('actor_id', 'text', required)
		.addColumn('used_at', 'text', required)
		.addPrimaryKeyConstraint('mapping_once', ['signature', 'importer'])
		.execute();
}

async function addVersions(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	for (const table of ['feedback', 'exposure']) {
		await db.schema.alterTable(table).addColumn('last_import_id', idType).execute();
		await sql`update ${sql.table(table)} set last_import_id = import_id`.execute(db);
		await db.schema.createIndex(`${table}_last_import`).on(table).column('last_import_id').execute();
		await db.schema
			.createTable(`${table}_version`)
			.addColumn('id', idType, id)
			.addColumn(`${table}_id`, idType, (column) => column.notNull().references(`${table}.id`))
			.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
			.addColumn('replaced_by', idType, (column) => column.notNull().references('import.id'))
			.addColumn('replaced_at', 'text', required)
			.addColumn('content', 'text', required)
			.execute();
		await db.schema
			.createTable(`${table}_seen`)
			.addColumn(`${table}_id`, idType, (column) => column.notNull().references(`${table}.id`))
			.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
			.addColumn('written_by', idType, (column) => column.notNull().references('import.id'))
			.addPrimaryKeyConstraint(`${table}_seen_once`, [`${table}_id`, 'import_id'])
			.execute();
		for (const column of ['import_id', 'written_by'])
			await db.schema.createIndex(`${table}_seen_${column}`).on(`${table}_seen`).column(column).execute();
		for (const column of [`${table}_id`, 'import_id'])
			await db.schema
				.createIndex(`${table}_version_${column}`)
				.on(`${table}_version`)
				.column(column)
				.execute();
	}
}

async function addContacts(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('contact')
		.addColumn('id', idType, id)
		.addColumn('identity', 'text', (column) => column.notNull().unique())
		.addColumn('call_id', 'text')
		.addColumn('at', 'text', required)
		.addColumn('day', 'text', required)
		.addColumn('minute', 'integer', required)
		.addColumn('borrower_id', idType, (column) => column.references('borrower.id'))
		.addColumn('agency_id', 'text', (column) => column.notNull().references('agency.id'))
		.addColumn('team_id', 'text', (column) => column.notNull().references('team.id'))
		.addColumn('agent_id', 'text', (column) => column.references('agent.id'))
		.addColumn('channel', 'text', required)
		.addColumn('stage', 'text')
		.addColumn('product', 'text')
		.addColumn('outcome', 'text', required)
		.addColumn('duration', 'integer')
		.addColumn('origin', 'text', required)
		.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
		.execute();
	const indexes = [
		['contact_borrower', ['borrower_id', 'at']],
		['contact_call', ['call_id']],
		['contact_day', ['day', 'team_id']],
		['contact_import', ['import_id']]
	] as const;
	for (const [name, columns] of indexes)
		await db.schema
			.createIndex(name)
			.on('contact')
			.columns([...columns])
			.execute();
	await db.schema
		.createTable('contact_seen')
		.addColumn('contact_id', idType, (column) => column.notNull().references('contact.id'))
		.addColumn('import_id', idType, (column) => column.notNull().references('import.id'))
		.addPrimaryKeyConstraint('contact_seen_once', ['contact_id', 'import_id'])
		.execute();
	await db.schema.createIndex('contact_seen_import').on('contact_seen').column('import_id').execute();
	await db.schema
		.createTable('feedback_link')
		.addColumn('feedback_id', idType, (column) => column.notNull().references('feedback.id'))
		.addColumn('kind', 'text', required)
		.addColumn('target_id', idType, required)
		.addColumn('reason', 'text', required)
		.addPrimaryKeyConstraint('feedback_link_once', ['feedback_id', 'kind', 'target_id'])
		.execute();
	await db.schema
		.createIndex('feedback_link_target')
		.on('feedback_link')
		.columns(['kind', 'target_id'])
		.execute();
	await db.schema.alterTable('feedback').addColumn('call_id', 'text').execute();
	await db.schema.alterTable('feedback').addColumn('event_at', 'text').execute();
	await db.schema.alterTable('feedback').addColumn('stated', 'text').execute();
	await db.schema.createIndex('feedback_call').on('feedback').column('call_id').execute();
}

async function addApi(db: Kysely<unknown>, { idType, id }: Types): Promise<void> {
	await db.schema
		.createTable('api_key')
		.addColumn('id', idType, id)
		.addColumn('name', 'text', required)
		.addColumn('prefix', 'text', (column) => column.notNull().unique())
		.addColumn('hash', 'text', required)
		.addColumn('permissions', 'text', required)
		.addColumn('agency_ids', 'text', required)
		.addColumn('created_by', 'text', required)
		.addColumn('created_at', 'text', required)
		.addColumn('used_at', 'text')
		.addColumn('revoked_at', 'text')
		.execute();
	await db.schema
		.createTable('api_request')
		.addColumn('api_key_id', idType, (column) => column.notNull().references('api_key.id'))
		.addColumn('idempotency_key', 'text', required)
		.addColumn('request_hash', 'text', required)
		.addColumn('import_id', idType, (column) => column.references('import.id'))
		.addColumn('status', 'integer')
		.addColumn('answer', 'text')
		.addColumn('received_at', 'text', required)
		.addPrimaryKeyConstraint('api_request_once', ['api_key_id', 'idempotency_key'])
		.execute();
}
