import type { Filter } from '#core/domain/filter.ts';
import type { Polarity, TagStatus } from '#core/domain/tag.ts';
import type { Store } from './connect.ts';
import { storeAsSource } from './question-schema.ts';
import { whereFeedback } from './where-filter.ts';

/** A feedback as a snapshot keeps it: what can be counted, and no text. */
export interface FrozenFeedback {
	readonly id: number;
	readonly isComplaint: number;
	readonly packVersion: string;
	readonly tags: readonly FrozenTag[];
	readonly [column: string]: unknown;
}
export interface FrozenTag {
	readonly theme: string;
	readonly severity: number;
	readonly polarity: Polarity;
	readonly status: TagStatus;
	readonly isCounted: number;
}

const columns = [
	'id',
	'kind',
	'receivedOn',
	'channel',
	'source',
	'product',
	'stage',
	'region',
	'language',
	'rating',
	'agencyId',
	'teamId',
	'agentId',
	'attribution',
	'borrowerId',
	'importId',
	'templateId',
	'origin',
	'isComplaint',
	'severity',
	'urgency',
	'packVersion'
] as const;

/** The feedback of a filter with its tags, by id: of the whole organisation, whoever asks. */
export async function readMonthFacts(store: Store, filter: Filter): Promise<readonly FrozenFeedback[]> {
	const where = whereFeedback(storeAsSource(store, null), filter);
	const [rows, tags] = await Promise.all([
		store.db
			.selectFrom('feedback')
			.select(columns.map((column) => `feedback.${column}` as const))
			.where(where)
			.orderBy('feedback.id')
			.execute(),
		store.db
			.selectFrom('feedback')
			.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
			.select(['tag.feedbackId', 'tag.theme', 'tag.severity', 'tag.polarity', 'tag.status', 'tag.isCounted'])
			.where(where)
			.orderBy('tag.feedbackId')
			.orderBy('tag.theme')
			.execute()
	]);
	const tagsOf = Map.groupBy(tags, ({ feedbackId }) => feedbackId);
	return rows.map((row) => ({
		...row,
		tags: (tagsOf.get(row.id) ?? []).map(({ feedbackId: _, ...tag }) => tag)
	}));
}

/** Ids of the feedback of a filter, in the whole organisation. */
export async function listIds(store: Store, filter: Filter): Promise<readonly number[]> {
	const rows = await store.db
		.selectFrom('feedback')
		.select('feedback.id')
		.where(whereFeedback(storeAsSource(store, null), filter))
		.orderBy('feedback.id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Those of the ids that are still stored. */
export async function idsStored(
	{ db }: Pick<Store, 'db'>,
	ids: readonly number[]
): Promise<ReadonlySet<number>> {
	const found = new Set<number>();
	const most = 500;
	for (let at = 0; at < ids.length; at += most) {
		const rows = await db
			.selectFrom('feedback')
			.select('id')
			.where('id', 'in', ids.slice(at, at + most))
			.execute();
		for (const { id } of rows) found.add(id);
	}
	return found;
}
