import { sql, SqliteAdapter, type Expression, type Kysely, type SqlBool } from 'kysely';
import { parseQuery } from '#core/domain/search/parse-query.ts';
import { planSearch, type SearchClause } from '#core/text/search-plan.ts';
import type { Store } from './connect.ts';
import type { FoundTexts } from './question-schema.ts';

/** A query in the language of the store's own index. */
export interface SearchMatch {
	/** Selects the ids: a subquery. */
	readonly ids: Expression<number>;
	/** Selects `id` and `score`, of which less is better; null where everything but some texts is asked for. */
	readonly scored: Expression<{ id: number; score: number }> | null;
	readonly isNegated: boolean;
}

export function isSqlite(db: Pick<Kysely<never>, 'getExecutor'>): boolean {
	return db.getExecutor().adapter instanceof SqliteAdapter;
}

/** Null where the text asks for nothing: then it is no restriction. */
export function matchOf(db: Pick<Kysely<never>, 'getExecutor'>, text: string): SearchMatch | null {
	const plan = planSearch(parseQuery(text).node);
	if (plan === null) return null;
	const { clause, isNegated } = plan;
	if (isSqlite(db)) {
		const match = writeFts(clause);
		return {
			ids: sql<number>`(select rowid as id from feedback_search where feedback_search match ${match})`,
			scored: isNegated
				? null
				: sql`(select rowid as id, rank as score from feedback_search where feedback_search match ${match})`,
			isNegated
		};
	}
	const match = sql`${writeTsquery(clause)}::tsquery`;
	return {
		ids: sql<number>`(select feedback_id as id from feedback_search where tokens @@ ${match})`,
		scored: isNegated
			? null
			: sql`(select feedback_id as id, -ts_rank(tokens, ${match})::float8 as score from feedback_search where tokens @@ ${match})`,
		isNegated
	};
}

/** The ids themselves. Null where the text asks for nothing. */
export async function findTexts({ db }: Pick<Store, 'db'>, text: string): Promise<FoundTexts | null> {
	const match = matchOf(db, text);
	if (match === null) return null;
	const { rows } = await sql<{ id: number }>`select id from ${match.ids} as found`.execute(db);
	return { ids: rows.map(({ id }) => id), isNegated: match.isNegated };
}

/** Does a search find so much that looking through the feedback in order meets a page of it sooner than sorting all? */
export async function isFrequent(
	{ db }: Pick<Store, 'db'>,
	{ ids, isNegated }: SearchMatch
): Promise<boolean> {
	if (isNegated) return true;
	const { rows } = await sql<{ n: number }>`select count(*) as n from ${ids} as found`.execute(db);
	return Number(rows[0]?.n ?? 0) > manyTexts;
}
const manyTexts = 2000;

export function whereFound(id: Expression<number>, { ids, isNegated }: SearchMatch): Expression<SqlBool> {
	return isNegated ? sql<SqlBool>`${id} not in ${ids}` : sql<SqlBool>`${id} in ${ids}`;
}

/** FTS5. Tokens hold no quotes: they are letters, digits, « » and ¶ only. */
function writeFts(clause: SearchClause): string {
	switch (clause.kind) {
		case 'phrase':
			return `"${clause.tokens.join(' ')}"${clause.isPrefix ? ' *' : ''}`;
		case 'but':
			return `(${writeFts(clause.of)} NOT ${writeFts(clause.without)})`;
		case 'all':
		case 'any':
			return `(${clause.parts.map(writeFts).join(clause.kind === 'all' ? ' AND ' : ' OR ')})`;
	}
}

function writeTsquery(clause: SearchClause): string {
	switch (clause.kind) {
		case 'phrase': {
			const tokens = clause.tokens.map((token) => `'${token}'`).join(' <-> ');
			return `(${tokens}${clause.isPrefix ? ':*' : ''})`;
		}
		case 'but':
			return `(${writeTsquery(clause.of)} & !${writeTsquery(clause.without)})`;
		case 'all':
		case 'any':
			return `(${clause.parts.map(writeTsquery).join(clause.kind === 'all' ? ' & ' : ' | ')})`;
	}
}
