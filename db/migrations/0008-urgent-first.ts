import type { Kysely } from 'kysely';

/** Frozen: never edited after a release, and imports nothing of the project. The urgent of a month without reading it all. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('feedback_urgent')
		.on('feedback')
		.columns(['urgency', 'received_on', 'id'])
		.execute();
}
