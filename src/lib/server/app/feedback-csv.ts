import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { writeCsv, type CsvValue } from '#core/reports/write-csv.ts';
import { listFeedback, type Cursor, type ListedFeedback } from '../storage/feedback-list.ts';
import type { Deps } from './deps.ts';
import { toldFilter } from './told-filter.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const pageSize = 1000;

const columns: readonly (readonly [name: string, of: (feedback: ListedFeedback) => CsvValue])[] = [
	['id', ({ id }) => id],
	['external_id', ({ externalId }) => externalId],
	['kind', ({ kind }) => kind],
	['origin', ({ origin }) => origin],
	['received_on', ({ receivedOn }) => receivedOn],
	['event_on', ({ eventOn }) => eventOn],
	['channel', ({ channel }) => channel],
	['source', ({ source }) => source],
	['product', ({ product }) => product],
	['stage', ({ stage }) => stage],
	['region', ({ region }) => region],
	['language', ({ language }) => language],
	['rating', ({ rating }) => rating],
	['agency', ({ agencyId }) => agencyId],
	['team', ({ teamId }) => teamId],
	['agent', ({ agentId }) => agentId],
	['attribution', ({ attribution }) => attribution],
	['borrower', ({ borrowerId }) => borrowerId],
	['is_complaint', ({ isComplaint }) => (isComplaint ? 1 : 0)],
	['severity', ({ severity }) => severity],
	['urgency', ({ urgency }) => urgency],
	[
		'themes',
		({ tags }) =>
			tags
				.filter(({ isCounted }) => isCounted)
				.map(({ theme }) => theme)
				.join(';')
	],
	['evidence', evidenceOf],
	['pack_version', ({ packVersion }) => packVersion],
	['text', ({ text }) => text]
];

/** “theme: words” for each counted tag, so that a number in a sheet still leads to its words. */
function evidenceOf({ tags, text }: ListedFeedback): string {
	return tags
		.filter(({ isCounted }) => isCounted)
		.map(
			({ theme, spans }) => `${theme}: ${spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}`
		)
		.join(' | ');
}

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
	yield writeCsv([columns.map(([name]) => name)], { bom: true });
	for (let after: Cursor | null = null; ;) {
		const rows = await listFeedback(deps.store, actor.scope, filter, {
			sort: 'newest',
			after,
			limit: pageSize
		});
		if (rows.length > 0)
			yield writeCsv(
				rows.map((feedback) => columns.map(([, of]) => of(feedback))),
				{ bom: false }
			);
		const last = rows.at(-1);
		if (!last || rows.length < pageSize) return;
		after = { urgency: last.urgency, receivedOn: last.receivedOn ?? '', id: last.id };
	}
}
