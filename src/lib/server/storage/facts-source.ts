import type { Store } from './connect.ts';

const pageSize = 20_000;

export interface IdRange {
	readonly firstId: number;
	readonly lastId: number;
}

/** What the facts copy of feedback in an id range, in pages ordered by id. */
export async function* readFeedbackForFacts({ db }: Store, { firstId, lastId }: IdRange) {
	for (let after = firstId - 1; ;) {
		const rows = await db
			.selectFrom('feedback')
			.select([
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
				'urgency'
			])
			.where('id', '>', after)
			.where('id', '<=', lastId)
			.orderBy('id')
			.limit(pageSize)
			.execute();
		if (rows.length === 0) return;
		yield rows;
		after = rows[rows.length - 1]?.id ?? lastId;
	}
}

/** What the facts copy of the tags of feedback in an id range, ordered by feedback and theme. */
export async function* readTagsForFacts({ db }: Store, { firstId, lastId }: IdRange) {
	for (let from = firstId; from <= lastId; from += pageSize) {
		const rows = await db
			.selectFrom('tag')
			.select(['feedbackId', 'theme', 'taxonomy', 'severity', 'polarity', 'status', 'isCounted'])
			.where('feedbackId', '>=', from)
			.where('feedbackId', '<=', Math.min(lastId, from + pageSize - 1))
			.orderBy('feedbackId')
			.orderBy('theme')
			.execute();
		if (rows.length > 0) yield rows;
	}
}

/** What the facts copy of exposure in an id range, in pages ordered by id. */
export async function* readExposureForFacts({ db }: Store, { firstId, lastId }: IdRange) {
	for (let after = firstId - 1; ;) {
		const rows = await db
			.selectFrom('exposure')
			.selectAll()
			.where('id', '>', after)
			.where('id', '<=', lastId)
			.orderBy('id')
			.limit(pageSize)
			.execute();
		if (rows.length === 0) return;
		yield rows;
		after = rows[rows.length - 1]?.id ?? lastId;
	}
}

/** Largest ids, 0 where a table is empty. */
export async function lastIds({ db }: Store): Promise<{ feedback: number; exposure: number }> {
	const [feedback, exposure] = await Promise.all(
		(['feedback', 'exposure'] as const).map((table) =>
			db
				.selectFrom(table)
				.select(({ fn }) => fn.max('id').as('id'))
				.executeTakeFirst()
		)
	);
	return { feedback: Number(feedback?.id ?? 0), exposure: Number(exposure?.id ?? 0) };
}
