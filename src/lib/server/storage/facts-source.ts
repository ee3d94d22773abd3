import { sql } from 'kysely';
import type { Store } from './connect.ts';
import { changedEntities, type ChangedEntity } from './schema.ts';

/** Of more rows at once the collector of garbage has more to do than DuckDB saves. */
const pageSize = 20_000;

export interface IdRange {
	readonly firstId: number;
	readonly lastId: number;
}

/** A row as the database gives it, by the names of its columns: millions of them are copied. */
export type RawRow = Readonly<Record<string, string | number | null>>;

export interface FactsPage {
	/** Ordered by id. */
	readonly rows: readonly RawRow[];
	/** Ids of the rows, and those between them that are no more. */
	readonly range: IdRange;
}

/** Columns of the rows of a table in an id range, in pages ordered by id. */
export async function* readForFacts(
	store: Store,
	table: 'feedback' | 'exposure',
	columns: readonly string[],
	{ firstId, lastId }: IdRange
): AsyncGenerator<FactsPage> {
	const db = store.db.withoutPlugins();
	for (let after = firstId - 1; ;) {
		const { rows } = await sql<RawRow>`select ${list(columns)} from ${sql.table(table)}
			where id > ${after} and id <= ${lastId} order by id limit ${pageSize}`.execute(db);
		const last = Number(rows.at(-1)?.id ?? lastId);
		if (rows.length === 0) return;
		yield { rows, range: { firstId: after + 1, lastId: last } };
		after = last;
	}
}

/** Columns of the tags of feedback in an id range, ordered by feedback and theme. */
export async function readTagsForFacts(
	store: Store,
	columns: readonly string[],
	{ firstId, lastId }: IdRange
): Promise<readonly RawRow[]> {
	const { rows } = await sql<RawRow>`select ${list(columns)} from tag
		where feedback_id >= ${firstId} and feedback_id <= ${lastId} order by feedback_id, theme`.execute(
		store.db.withoutPlugins()
	);
	return rows;
}

function list(columns: readonly string[]) {
	return sql.join(columns.map((column) => sql.ref(column)));
}

/** Largest ids, 0 where a table is empty. */
export async function lastIds({ db }: Store): Promise<Readonly<Record<ChangedEntity, number>>> {
	const [feedback, exposure, contact] = await Promise.all(
		changedEntities.map((table) =>
			db
				.selectFrom(table)
				.select(({ fn }) => fn.max('id').as('id'))
				.executeTakeFirst()
		)
	);
	const [a, b, c] = [feedback, exposure, contact].map((row) => Number(row?.id ?? 0));
	return { feedback: a ?? 0, exposure: b ?? 0, contact: c ?? 0 };
}
