import type { Filter } from '#core/domain/filter.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

/** Masked texts under a filter with the template each is a copy of, oldest first; feedback without text is left out. */
export async function readTexts(store: Store, filter: Filter) {
	const rows = await store.db
		.selectFrom('feedback')
		.select(['text', 'templateId'])
		.where(whereFeedback(storeAsSource(store, null), filter))
		.where('text', '<>', '')
		.orderBy('id')
		.execute();
	return rows.map(({ text, templateId }) => ({
		text,
		templateId: templateId === null ? null : String(templateId)
	}));
}
