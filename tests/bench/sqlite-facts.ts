import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { periodKey, type Grain } from '#core/domain/period.ts';
import type { Facts } from '#server/facts/facts.ts';
import { factTables, type FactColumn, type FactTable } from '#server/facts/tables.ts';
import type { QuestionSchema } from '#server/storage/question-schema.ts';

/** What somebody who keeps to SQLite would index for these questions. */
const indexes: readonly string[] = [
	'create unique index feedback_id on feedback (id)',
	'create index feedback_received on feedback (received_on, origin)',
	'create index tag_feedback on tag (feedback_id, theme)',
	'create index tag_theme on tag (taxonomy, theme, is_counted, severity, feedback_id)',
	'create index exposure_day on exposure (day)'
];
const cacheKib = 256 * 1024;
const grains: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'] satisfies readonly Grain[];

/**
 * The peer of DuckDB: the same fact tables in SQLite, indexed and analysed, asked by the same questions. Copied from
 * a store file; `upToDate` does not look for changes.
 */
export function copyFactsToSqlite(storePath: string, path: string): Pick<Facts, 'upToDate' | 'close'> {
	const database = new Database(path);
	database.pragma('synchronous = OFF');
	database.pragma(`cache_size = -${cacheKib}`);
	database.function('period_key', { deterministic: true }, (day: string | null, grain: Grain) =>
		day === null ? null : periodKey(day, grain)
	);
	database.prepare('attach ? as store').run(storePath);
	for (const table of Object.keys(factTables) as FactTable[])
		database.exec(`create table ${table} as select ${columnsOf(table)} from store.${table}`);
	for (const index of indexes) database.exec(index);
	database.exec('analyze main');
	database.exec('detach store');
	const db = new Kysely<QuestionSchema>({
		dialect: new SqliteDialect({ database }),
		plugins: [new CamelCasePlugin()]
	});
	return {
		upToDate: async (scope) => ({ db, scope, engine: 'facts', version: 1 }),
		close: () => db.destroy()
	};
}

function columnsOf(table: FactTable): string {
	const day = table === 'exposure' ? 'day' : 'received_on';
	const columns: readonly FactColumn[] = factTables[table];
	return columns
		.filter(({ name, isDerived }) => !isDerived || grains.includes(name) || name === 'rated')
		.map(({ name, none }) => {
			if (name === 'rated') return 'rating is not null as rated';
			const value = grains.includes(name) ? `period_key(${day}, '${name}')` : name;
			return `coalesce(${value}, ${typeof none === 'number' ? none : `'${none}'`}) as ${name}`;
		})
		.join(', ');
}
