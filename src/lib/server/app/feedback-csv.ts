import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { writeCsv } from '#core/reports/write-csv.ts';
import type { Deps } from './deps.ts';
import { feedbackColumns, readPages } from './feedback-columns.ts';
import { toldFilter } from './told-filter.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

/**
 * The filtered feedback as CSV (UTF-8 with BOM, masked text), in chunks as it is read, newest first: exactly the rows
 * of the list under the same filter.
 */
export const feedbackCsv = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { filter: Filter }): Promise<AsyncIterable<string>> => {
		const { filter } = await openView(deps, actor, input.filter);
		return chunks(deps, actor, filter);
	},
	({ filter }) => ({ action: 'export', kind: 'feedback', id: '', details: toldFilter(filter) })
);

async function* chunks(deps: Deps, actor: Actor, filter: Filter): AsyncGenerator<string> {
	yield writeCsv([feedbackColumns.map(({ name }) => name)], { bom: true });
	for await (const rows of readPages(deps.store, actor.scope, filter)) yield writeCsv(rows, { bom: false });
}
