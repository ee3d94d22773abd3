import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Column } from '#core/reports/sheet.ts';
import type { Store } from '../storage/connect.ts';
import { listFeedback, type ListedFeedback, type ListedTag } from '../storage/feedback-list.ts';
import type { Cursor } from '../storage/feedback-sort.ts';

interface FeedbackColumn extends Column {
	readonly of: (feedback: ListedFeedback) => string | number | null;
}

const text = (name: string, width: number, of: FeedbackColumn['of']): FeedbackColumn => ({
	name,
	kind: 'text',
	width,
	of
});
const number = (name: string, of: FeedbackColumn['of']): FeedbackColumn => ({
	name,
	kind: 'number',
	width: 10,
	of
});
const day = (name: string, of: FeedbackColumn['of']): FeedbackColumn => ({
	name,
	kind: 'day',
	width: 12,
	of
});

/** What a download says of a feedback: one row each, CSV and XLSX alike. */
export const feedbackColumns: readonly FeedbackColumn[] = [
	number('id', ({ id }) => id),
	text('external_id', 16, ({ externalId }) => externalId),
	text('kind', 14, ({ kind }) => kind),
	text('origin', 12, ({ origin }) => origin),
	day('received_on', ({ receivedOn }) => receivedOn),
	day('event_on', ({ eventOn }) => eventOn),
	text('channel', 10, ({ channel }) => channel),
	text('source', 14, ({ source }) => source),
	text('product', 14, ({ product }) => product),
	text('stage', 8, ({ stage }) => stage),
	text('region', 12, ({ region }) => region),
	text('language', 10, ({ language }) => language),
	number('rating', ({ rating }) => rating),
	text('agency', 14, ({ agencyId }) => agencyId),
	text('team', 14, ({ teamId }) => teamId),
	text('agent', 12, ({ agentId }) => agentId),
	text('attribution', 12, ({ attribution }) => attribution),
	number('borrower', ({ borrowerId }) => borrowerId),
	number('is_complaint', ({ isComplaint }) => (isComplaint ? 1 : 0)),
	number('severity', ({ severity }) => severity),
	text('urgency', 9, ({ urgency }) => urgency),
	text('themes', 30, ({ tags }) => namesOf(tags.filter(({ isCounted }) => isCounted))),
	text('themes_not_counted', 20, ({ tags }) => namesOf(tags.filter(({ isCounted }) => !isCounted))),
	text('evidence', 50, ({ tags, text: words }) =>
		perTag(tags, ({ spans }) => spans.map(({ start, end }) => words.slice(start, end)).join(' … '))
	),
	text('rules', 40, ({ tags }) =>
		perTag(tags, ({ spans }) => [...new Set(spans.map(({ ruleId }) => ruleId))].join(', '))
	),
	text('spans', 24, ({ tags }) =>
		perTag(tags, ({ spans }) => spans.map(({ start, end }) => `${start}-${end}`).join(', '))
	),
	text('pack_version', 14, ({ packVersion }) => packVersion),
	text('text', 100, ({ text: words }) => words)
];

function namesOf(tags: readonly ListedTag[]): string {
	return tags.map(({ theme }) => theme).join(';');
}

/** “theme: what” for each counted tag, so that a number in a sheet still leads to its words and its rule. */
function perTag(tags: readonly ListedTag[], what: (tag: ListedTag) => string): string {
	return tags
		.filter(({ isCounted }) => isCounted)
		.map((tag) => `${tag.theme}: ${what(tag)}`)
		.join(' | ');
}

const pageSize = 1000;

/** The rows of the list under a filter, newest first, a page at a time: a download of any length needs the memory of one. */
export async function* readPages(
	store: Store,
	scope: Scope | null,
	filter: Filter
): AsyncGenerator<readonly (readonly (string | number | null)[])[]> {
	for (let after: Cursor | null = null; ;) {
		const rows: readonly ListedFeedback[] = await listFeedback(store, scope, filter, {
			sort: 'newest',
			after,
			limit: pageSize
		});
		if (rows.length > 0) yield rows.map((feedback) => feedbackColumns.map(({ of }) => of(feedback)));
		const last = rows.at(-1);
		if (!last || rows.length < pageSize) return;
		after = last.cursor;
	}
}
