import { sql, type SqlBool } from 'kysely';
import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

/** Masked texts of filtered feedback, every `step`-th by id: an even sample that is the same each time. */
export async function readTexts(store: Store, scope: Scope | null, filter: Filter, step: number) {
	const rows = await store.db
		.selectFrom('feedback')
		.select(['text', 'templateId'])
		.where(whereFeedback(storeAsSource(store, scope), filter))
		.$if(step > 1, (query) => query.where(sql<SqlBool>`id % ${sql.lit(step)} = 0`))
		.orderBy('id')
		.execute();
	return rows.map(({ text, templateId }) => ({
		text,
		templateId: templateId === null ? null : String(templateId)
	}));
}
