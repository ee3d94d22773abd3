import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import { indexTokens } from '#core/text/search-plan.ts';
import { inWrite } from './change-sequence.ts';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';
import { isSqlite } from './search-match.ts';
import { getSetting, putSetting } from './settings.ts';

/** Raised when texts are taken apart differently: then the index is made anew. */
const version = '1';
const perBatch = 500;

interface Written {
	readonly id: number;
	/** Masked. */
	readonly text: string;
	/** The index has nothing of it yet. */
	readonly isNew: boolean;
}
/** So few that SQLite's statement stays prepared. */
const perStatement = 200;

/** Makes texts (at most 1,000) findable as they are now. Deleting feedback takes them out by itself. Call inside a write. */
export async function writeSearch(trx: Transaction<Schema>, texts: readonly Written[]): Promise<void> {
	if (texts.length === 0) return;
	if (isSqlite(trx)) await writeTokens(trx, texts);
	else await writeVectors(trx, texts);
}

async function writeTokens(trx: Kysely<Schema>, texts: readonly Written[]): Promise<void> {
	const changed = texts.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
	if (changed.length > 0)
		await sql`delete from feedback_search where rowid in (${sql.join(changed)})`.execute(trx);
	const rows = texts.map(({ id, text }) => {
		const { tokens, forms } = indexTokens(text);
		return [id, [...tokens, ...forms].join(' ')] as const;
	});
	for (let at = 0; at < rows.length; at += perStatement) {
		const part = rows.slice(at, at + perStatement);
		const places = part.map(() => '(?, ?)').join(', ');
		const insert = `insert into feedback_search (rowid, tokens) values ${places}`;
		await trx.executeQuery(CompiledQuery.raw(insert, part.flat()));
	}
}

async function writeVectors(trx: Kysely<Schema>, texts: readonly Written[]): Promise<void> {
	const rows = texts.map(({ id, text }) => {
		const { tokens, forms } = indexTokens(text);
		const vector = [
			...tokens.map((token, at) => `'${token}':${at + 1}`),
			...forms.map((form) => `'${form}'`)
		];
		return sql`(${id}::bigint, ${vector.join(' ')}::tsvector)`;
	});
	await sql`insert into feedback_search (feedback_id, tokens) values ${sql.join(rows)}
		on conflict (feedback_id) do update set tokens = excluded.tokens`.execute(trx);
}

/**
 * Makes texts findable that were stored before there was this index, or by another version of it; goes on where it was
 * broken off. Returns how many. Costs one look when there is nothing to do.
 */
export async function fillSearch(store: Store): Promise<number> {
	const state = await getSetting(store, 'search_index');
	if (state === version) return 0;
	let after = Number(new RegExp(`^${version} up to (\\d+)$`).exec(state ?? '')?.[1] ?? 0);
	let filled = 0;
	for (let isDone = false; !isDone;) {
		await inWrite(store, async (trx) => {
			const texts = await trx
				.selectFrom('feedback')
				.select(['id', 'text'])
				.where('id', '>', after)
				.orderBy('id')
				.limit(perBatch)
				.execute();
			await writeSearch(
				trx,
				texts.map((text) => ({ ...text, isNew: false }))
			);
			after = texts.at(-1)?.id ?? after;
			filled += texts.length;
			isDone = texts.length < perBatch;
			await putSetting({ db: trx }, 'search_index', isDone ? version : `${version} up to ${after}`);
		});
	}
	return filled;
}
