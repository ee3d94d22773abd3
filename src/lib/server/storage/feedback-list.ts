import { sql, type Selectable } from 'kysely';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import type { Polarity, Span, TagStatus } from '#core/domain/tag.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Scope } from '#core/domain/actor.ts';
import type { Store } from './connect.ts';
import type { FeedbackTable } from './schema.ts';
import {
	firstKeyOf,
	isAfterDay,
	isAfterKey,
	type Cursor,
	type FeedbackSort,
	type FirstKey
} from './feedback-sort.ts';
import { storeAsSource } from './question-schema.ts';
import { isFrequent, matchOf, whereFound, type SearchMatch } from './search-match.ts';
import { whereFeedback } from './where-filter.ts';

export interface Page {
	readonly sort: FeedbackSort;
	readonly after: Cursor | null;
	readonly limit: number;
}
export interface ListedTag {
	readonly theme: string;
	readonly taxonomy: Taxonomy;
	readonly severity: number;
	readonly polarity: Polarity;
	readonly status: TagStatus;
	readonly isCounted: boolean;
	readonly spans: readonly Span[];
}

const columns = [
	'id',
	'externalId',
	'sourceSystem',
	'kind',
	'receivedOn',
	'eventOn',
	'recordedAt',
	'channel',
	'source',
	'product',
	'stage',
	'region',
	'language',
	'rating',
	'text',
	'agencyId',
	'teamId',
	'agentId',
	'attribution',
	'borrowerId',
	'importId',
	'templateId',
	'origin',
	'details',
	'isComplaint',
	'severity',
	'urgency',
	'packVersion'
] as const;

/** One page of masked feedback with its tags, keyset-paged; the asker's scope is in the query. */
export async function listFeedback(
	store: Store,
	scope: Scope | null,
	filter: Filter,
	page: Page
): Promise<readonly ListedFeedback[]> {
	const scored = page.sort === 'relevant' ? (matchOf(store.db, filter.text)?.scored ?? null) : null;
	const first = firstKeyOf(page.sort, scored !== null);
	const rows = first
		? await rowsByKey(selectFeedback(store, scope, filter, scored), first, page)
		: await rowsByDay(await selectInOrder(store, scope, filter), page);
	return withTags(store, rows);
}

/** With scores the words are looked for once, where the scores come from. */
function selectFeedback(store: Store, scope: Scope | null, filter: Filter, scored: Scored | null) {
	const source = storeAsSource(store, scope);
	return store.db
		.selectFrom('feedback')
		.select(columns.map((column) => `feedback.${column}` as const))
		.$if(scored !== null, (query) =>
			query.innerJoin(sql<{ id: number; score: number }>`${scored}`.as('found'), 'found.id', 'feedback.id')
		)
		.where(whereFeedback(source, scored ? { ...filter, text: '' } : filter));
}
/** SQLite would sort all that a search finds; the plus keeps it from looking up each of them. PostgreSQL knows by itself. */
async function selectInOrder(store: Store, scope: Scope | null, filter: Filter): Promise<Selected> {
	const match = store.engine === 'sqlite' ? matchOf(store.db, filter.text) : null;
	if (match === null || !(await isFrequent(store, match))) return selectFeedback(store, scope, filter, null);
	const rest = selectFeedback(store, scope, { ...filter, text: '' }, null);
	return rest.where(whereFound(sql<number>`+feedback.id`, match));
}
type Scored = SearchMatch['scored'];
type Selected = ReturnType<typeof selectFeedback>;

async function rowsByKey(select: Selected, first: FirstKey, { after, limit }: Page): Promise<readonly Row[]> {
	return select
		.select(sql<string | number>`${first.column}`.as('sortKey'))
		.$if(after !== null && after.key !== '', (query) =>
			query.where((eb) => isAfterKey(eb, first, after as Cursor))
		)
		.orderBy(first.column, first.direction)
		.orderBy('feedback.receivedOn', (order) => order.desc().nullsLast())
		.orderBy('feedback.id', 'desc')
		.limit(limit)
		.execute();
}

/** First the dated, then the undated: each in the order of an index. */
async function rowsByDay(select: Selected, { sort, after, limit }: Page): Promise<readonly Row[]> {
	const direction = sort === 'oldest' ? 'asc' : 'desc';
	const isPastDated = after !== null && after.receivedOn === '';
	const dated = isPastDated
		? []
		: await select
				.where('feedback.receivedOn', 'is not', null)
				.$if(after !== null, (query) => query.where((eb) => isAfterDay(eb, after as Cursor, direction)))
				.orderBy('feedback.receivedOn', direction)
				.orderBy('feedback.id', direction)
				.limit(limit)
				.execute();
	if (dated.length === limit) return dated;
	const undated = await select
		.where('feedback.receivedOn', 'is', null)
		.$if(isPastDated, (query) =>
			query.where('feedback.id', direction === 'asc' ? '>' : '<', (after as Cursor).id)
		)
		.orderBy('feedback.id', direction)
		.limit(limit - dated.length)
		.execute();
	return [...dated, ...undated];
}

/** One masked feedback with its tags; undefined when there is none, or none within the asker's scope. */
export async function getFeedback(
	store: Store,
	scope: Scope | null,
	id: number
): Promise<ListedFeedback | undefined> {
	const rows = await store.db
		.selectFrom('feedback')
		.select(columns)
		.where('id', '=', id)
		.where(whereFeedback(storeAsSource(store, scope), emptyFilter))
		.execute();
	return (await withTags(store, rows))[0];
}

type Row = Pick<Selectable<FeedbackTable>, (typeof columns)[number]> & { readonly sortKey?: string | number };

export interface ListedFeedback extends Omit<Row, 'details' | 'isComplaint' | 'sortKey'> {
	/** Where the next page starts after this row. */
	readonly cursor: Cursor;
	readonly isComplaint: boolean;
	readonly details: Readonly<Record<string, string>>;
	readonly tags: readonly ListedTag[];
}

async function withTags({ db }: Store, rows: readonly Row[]): Promise<readonly ListedFeedback[]> {
	if (rows.length === 0) return [];
	const tags = await db
		.selectFrom('tag')
		.select(['feedbackId', 'theme', 'taxonomy', 'severity', 'polarity', 'status', 'isCounted', 'spans'])
		.where(
			'feedbackId',
			'in',
			rows.map(({ id }) => id)
		)
		.orderBy('severity', 'desc')
		.orderBy('theme')
		.execute();
	const tagsOf = Map.groupBy(tags, ({ feedbackId }) => feedbackId);
	return rows.map(({ sortKey = '', ...row }) => ({
		...row,
		cursor: { key: sortKey, receivedOn: row.receivedOn ?? '', id: row.id },
		isComplaint: row.isComplaint === 1,
		details: JSON.parse(row.details) as Readonly<Record<string, string>>,
		tags: (tagsOf.get(row.id) ?? []).map(({ feedbackId: _id, spans, isCounted, ...tag }) => ({
			...tag,
			isCounted: isCounted === 1,
			spans: JSON.parse(spans) as Span[]
		}))
	}));
}
