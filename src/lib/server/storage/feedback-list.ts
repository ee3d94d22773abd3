import type { ExpressionBuilder, Selectable } from 'kysely';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import type { Polarity, Span, TagStatus } from '#core/domain/tag.ts';
import type { Taxonomy, Urgency } from '#core/domain/vocabulary.ts';
import type { Scope } from '#core/domain/actor.ts';
import type { Store } from './connect.ts';
import type { FeedbackTable, Schema } from './schema.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

export const feedbackSorts = ['newest', 'urgent'] as const;
export type FeedbackSort = (typeof feedbackSorts)[number];

/** Place of a row in a sorted list: the next page starts after it. */
export interface Cursor {
	readonly urgency: Urgency;
	/** '' where the feedback is undated: those come last. */
	readonly receivedOn: string;
	readonly id: number;
}
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
	const { sort, after, limit } = page;
	const rows = await store.db
		.selectFrom('feedback')
		.select(columns)
		.where(whereFeedback(storeAsSource(store, scope), filter))
		.$if(sort === 'urgent', (query) => query.orderBy('urgency'))
		.orderBy('receivedOn', (order) => order.desc().nullsLast())
		.orderBy('id', 'desc')
		.$if(after !== null, (query) => query.where((eb) => isAfter(eb, sort, after as Cursor)))
		.limit(limit)
		.execute();
	return withTags(store, rows);
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

type Row = Pick<Selectable<FeedbackTable>, (typeof columns)[number]>;

export interface ListedFeedback extends Omit<Row, 'details' | 'isComplaint'> {
	readonly isComplaint: boolean;
	readonly details: Readonly<Record<string, string>>;
	readonly tags: readonly ListedTag[];
}

function isAfter(
	eb: ExpressionBuilder<Schema, 'feedback'>,
	sort: FeedbackSort,
	{ urgency, receivedOn, id }: Cursor
) {
	const older = receivedOn
		? eb.or([
				eb('receivedOn', '<', receivedOn),
				eb('receivedOn', 'is', null),
				eb.and([eb('receivedOn', '=', receivedOn), eb('id', '<', id)])
			])
		: eb.and([eb('receivedOn', 'is', null), eb('id', '<', id)]);
	if (sort === 'newest') return older;
	return eb.or([eb('urgency', '>', urgency), eb.and([eb('urgency', '=', urgency), older])]);
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
	return rows.map((row) => ({
		...row,
		isComplaint: row.isComplaint === 1,
		details: JSON.parse(row.details) as Readonly<Record<string, string>>,
		tags: (tagsOf.get(row.id) ?? []).map(({ feedbackId: _id, spans, isCounted, ...tag }) => ({
			...tag,
			isCounted: isCounted === 1,
			spans: JSON.parse(spans) as Span[]
		}))
	}));
}
